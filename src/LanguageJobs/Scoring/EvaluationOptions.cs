namespace LanguageJobs.Scoring;

/// <summary>What an evaluation is about.</summary>
internal sealed record EvaluationOptions
{
    /// <summary>When an entity counts as found.</summary>
    public LanguageMatch Match { get; init; }

    /// <summary>The confidence scores from which results count, one set of rows for each; null counts all.</summary>
    public IReadOnlyList<double?> Thresholds { get; init; } = [null];

    /// <summary>The part of the labels that is scored; null for all.</summary>
    public string? Dataset { get; init; }

    /// <summary>True for a confusion matrix, false for scores.</summary>
    public bool IsConfusion { get; init; }
}
