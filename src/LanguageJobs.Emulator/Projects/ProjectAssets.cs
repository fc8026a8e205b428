namespace LanguageJobs.Emulator.Projects;

/// <summary>A project's categories and documents.</summary>
internal sealed record ProjectAssets
{
    public IReadOnlyList<CategoryLabel>? Classes { get; init; }

    public IReadOnlyList<CategoryLabel>? Entities { get; init; }

    public IReadOnlyList<LabelledDocument>? Documents { get; init; }
}
