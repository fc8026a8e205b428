namespace LanguageJobs;

/// <summary>One difference between the results of two jobs, or between labels and results.</summary>
public sealed class LanguageDifference
{
    /// <summary>The id of the document, as the difference job has it, else as the reference has it.</summary>
    public string? DocumentId { get; internal set; }

    /// <summary>The name of the task; null when it has none.</summary>
    public string? TaskName { get; internal set; }

    /// <summary>The kind of the task; null for rows that do not say.</summary>
    public string? TaskKind { get; internal set; }

    /// <summary>What differs. Of several changes this is the first in the order of the enumeration.</summary>
    public LanguageChange Change { get; internal set; }

    /// <summary>The entity as it stands in the document; null for classes and for labels without a text.</summary>
    public string? Text { get; internal set; }

    /// <summary>The category in the difference job; null when only the reference has the entity or class.</summary>
    public string? Category { get; internal set; }

    /// <summary>The category in the reference; null when only the difference job has the entity or class.</summary>
    public string? ReferenceCategory { get; internal set; }

    /// <summary>Where the entity begins in the difference job; null for classes, and when only the reference has it.</summary>
    public int? Offset { get; internal set; }

    /// <summary>How long the entity is in the difference job; null as <see cref="Offset"/> is.</summary>
    public int? Length { get; internal set; }

    /// <summary>Where the entity begins in the reference; null for classes, and when only the difference job has it.</summary>
    public int? ReferenceOffset { get; internal set; }

    /// <summary>How long the entity is in the reference; null as <see cref="ReferenceOffset"/> is.</summary>
    public int? ReferenceLength { get; internal set; }

    /// <summary>The confidence score of the difference job minus that of the reference, from -1 to 1; null where one of them has none.</summary>
    public double? ConfidenceChange { get; internal set; }

    /// <summary>Which side the labels agree with; null without labels, and for documents that were not labelled.</summary>
    public LanguageSide? RightSide { get; internal set; }

    /// <summary>The row of the reference, as it was given; null when the reference has none.</summary>
    public object? Reference { get; internal set; }

    /// <summary>The row of the difference job, as it was given; null when that job has none.</summary>
    public object? Difference { get; internal set; }

    /// <summary>The document, the change and the categories.</summary>
    public override string ToString() => $"{DocumentId}: {Change} {string.Join(" → ", new[] { ReferenceCategory, Category }.Where(category => category is not null).Distinct())}";
}
