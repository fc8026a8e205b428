namespace LanguageJobs.Emulator.Projects;

/// <summary>A project file that was read, and what there is to learn from; null where it answers from its gazetteer.</summary>
internal sealed record ProjectSource(string Path, ProjectFile File, Corpus? Corpus)
{
    public string Name => File.Metadata!.ProjectName!;

    /// <exception cref="InvalidDataException">The project has neither usable documents nor a usable gazetteer.</exception>
    public static ProjectSource Read(string path, string json, CancellationToken ct)
    {
        var file = ProjectFile.Parse(json, $"'{path}'");
        return new ProjectSource(path, file, file.Gazetteer is null ? CorpusReader.Read(path, file, ct) : null);
    }
}
