namespace LanguageJobs.Emulator.Projects;

/// <summary>A document and what people say is in it. Which of the label members is there depends on the project's kind.</summary>
internal sealed record LabelledDocument
{
    public string? Location { get; init; }

    /// <summary><c>Train</c> or <c>Test</c>; a project that says neither is all for training.</summary>
    public string? Dataset { get; init; }

    public CategoryLabel? Class { get; init; }

    public IReadOnlyList<CategoryLabel>? Classes { get; init; }

    public IReadOnlyList<LabelledRegion>? Entities { get; init; }

    /// <summary>Whether anybody has labelled it. A document labelled with nothing has an empty list.</summary>
    public bool IsLabelled => Class is not null || Classes is not null || Entities is not null;

    public bool IsTest => string.Equals(Dataset, "Test", StringComparison.OrdinalIgnoreCase);
}
