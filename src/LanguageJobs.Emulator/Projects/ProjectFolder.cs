namespace LanguageJobs.Emulator.Projects;

/// <summary>Finds the projects of a folder: every JSON file that says what kind of project it is, as the service exports them.</summary>
internal static class ProjectFolder
{
    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    /// <param name="path">The folder, or a single file.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <exception cref="InvalidDataException">There is no project, one cannot be read, or two have the same name.</exception>
    public static List<ProjectSource> Read(string path, CancellationToken ct)
    {
        var projects = new Dictionary<string, ProjectSource>(StringComparer.Ordinal);
        foreach (var file in Files(path).StoppedBy(ct))
        {
            var json = TextFile.Read(file);
            if (!json.Contains("\"projectKind\"", StringComparison.Ordinal))
                continue;
            var project = ProjectSource.Read(file, json, ct);
            if (!projects.TryAdd(project.Name, project))
                throw new InvalidDataException($"'{projects[project.Name].Path}' and '{file}' are both project '{project.Name}'. Remove one, or change its 'metadata.projectName'.");
        }
        return projects.Count > 0 ? [.. projects.Values] : throw new InvalidDataException(
            $"'{path}' has no project. A project is a .json file with 'metadata.projectKind', such as Language Studio exports.");
    }

    private static IEnumerable<string> Files(string path)
    {
        if (File.Exists(path))
            return [Path.GetFullPath(path)];
        if (!Directory.Exists(path))
            throw new DirectoryNotFoundException($"The folder of projects '{path}' does not exist.");
        try
        {
            return Directory.EnumerateFiles(Path.GetFullPath(path), "*.json", Everywhere).Order(StringComparer.Ordinal).ToList();
        }
        catch (UnauthorizedAccessException e)
        {
            throw new InvalidDataException($"The folder of projects '{path}' cannot be read: {e.Message}", e);
        }
    }
}
