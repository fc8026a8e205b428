namespace LanguageJobs.Emulator.Projects;

/// <summary>What a project says of itself.</summary>
internal sealed record ProjectMetadata
{
    public string? ProjectKind { get; init; }

    public string? ProjectName { get; init; }

    public string? Language { get; init; }

    public bool? Multilingual { get; init; }

    public string? Description { get; init; }

    public string? StorageInputContainerName { get; init; }
}
