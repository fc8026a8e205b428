namespace LanguageJobs.Emulator.Projects;

/// <summary>A document and what people say is in it. Which of the label members is there depends on the project's kind.</summary>
internal sealed record LabelledDocument
{
    public required string Location { get; init; }

    /// <summary><c>Train</c> or <c>Test</c>.</summary>
    public string Dataset { get; init; } = "Train";

    public CategoryLabel? Class { get; init; }

    public IReadOnlyList<CategoryLabel>? Classes { get; init; }

    public IReadOnlyList<LabelledRegion>? Entities { get; init; }
}
