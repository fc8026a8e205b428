namespace LanguageJobs.Emulator.Projects;

/// <summary>Loads the projects of a folder: <c>*/project.json</c>, as the service exports them.</summary>
internal static class ProjectFolder
{
    private static readonly string[] DefaultDeployments = ["production"];

    /// <exception cref="InvalidDataException">A file is no project.</exception>
    public static IEnumerable<Project> Load(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The folder of projects '{folder}' does not exist.");
        return Directory.EnumerateFiles(folder, "project.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(LoadProject);
    }

    private static Project LoadProject(string path)
    {
        var file = ProjectFile.Read(path);
        if (file.Gazetteer is null)
            throw new InvalidDataException($"'{path}' has no 'gazetteer' to answer from.");
        return GazetteerProjects.Create(new GazetteerProject
        {
            Name = file.Metadata!.ProjectName,
            Kind = file.Metadata.ProjectKind,
            Phrases = file.Gazetteer,
            Deployments = file.Deployments ?? DefaultDeployments,
        });
    }
}
