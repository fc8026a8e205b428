using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Projects;

/// <summary>The projects that the emulator knows. Names are case-sensitive, as the service's are.</summary>
internal sealed class ProjectStore(IEnumerable<Project> projects)
{
    private readonly Dictionary<string, Project> projects = projects.ToDictionary(project => project.Name, StringComparer.Ordinal);

    public IEnumerable<Project> All => projects.Values;

    public Project? Find(string name) => projects.GetValueOrDefault(name);

    /// <summary>Why a task cannot be done, or null when it can.</summary>
    public string? Objection(SubmittedTask task)
    {
        if (Find(task.ProjectName) is not { } project)
            return $"Project '{task.ProjectName}' does not exist.";
        if (!project.Deployments.Contains(task.DeploymentName, StringComparer.Ordinal))
            return $"Deployment '{task.DeploymentName}' does not exist in project '{task.ProjectName}'.";
        return project.Kind == task.Kind ? null : $"Project '{task.ProjectName}' is of kind {project.Kind} and cannot be asked for {task.Kind}.";
    }
}
