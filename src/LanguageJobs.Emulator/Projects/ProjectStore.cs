using System.Collections.Concurrent;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Projects;

/// <summary>The projects that the emulator knows. Names are case-sensitive, as the service's are.</summary>
internal sealed class ProjectStore
{
    private readonly ConcurrentDictionary<string, Project> projects = new(StringComparer.Ordinal);

    public IEnumerable<Project> All => projects.Values.OrderBy(project => project.Name, StringComparer.Ordinal);

    public Project? Find(string name) => projects.GetValueOrDefault(name);

    /// <summary>Adds a project, in place of one with the same name.</summary>
    public void Put(Project project) => projects[project.Name] = project;

    public void Clear() => projects.Clear();

    /// <summary>Why a task cannot be done, or null when it can.</summary>
    public string? Objection(SubmittedTask task)
    {
        if (Find(task.ProjectName) is not { } project)
            return $"Project '{task.ProjectName}' does not exist. {Known("projects", All.Select(each => each.Name))}";
        if (!project.Deployments.Contains(task.DeploymentName, StringComparer.Ordinal))
            return $"Deployment '{task.DeploymentName}' does not exist in project '{task.ProjectName}'. {Known("deployments", project.Deployments)}";
        return project.Kind == task.Kind ? null : $"Project '{task.ProjectName}' is of kind {project.Kind} and cannot be asked for {task.Kind}.";
    }

    private static string Known(string what, IEnumerable<string> names) => names.Any()
        ? $"Known {what}: {string.Join(", ", names)}."
        : $"The emulator has no {what}; start it with --projects FOLDER.";
}
