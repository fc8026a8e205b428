namespace LanguageJobs;

/// <summary>How good the results of a task are, for one category or as an average over all of them.</summary>
public sealed class LanguageScore
{
    /// <summary>The name of the task; null when it has none.</summary>
    public string? TaskName { get; internal set; }

    /// <summary>The kind of the task, for example <c>CustomEntityRecognition</c>; null for rows that do not say.</summary>
    public string? TaskKind { get; internal set; }

    /// <summary>When an entity counted as found.</summary>
    public LanguageMatch Match { get; internal set; }

    /// <summary>Only results with at least this confidence score counted; null when no threshold was given.</summary>
    public double? Threshold { get; internal set; }

    /// <summary>What the row averages; null for the row of a category.</summary>
    public LanguageAverage? Average { get; internal set; }

    /// <summary>The category; null for averages.</summary>
    public string? Category { get; internal set; }

    /// <summary>How many labels there are.</summary>
    public int Support { get; internal set; }

    /// <summary>Results that are right; null for <c>Macro</c>, <c>Weighted</c>, and every match but <c>Exact</c>.</summary>
    public int? TruePositives { get; internal set; }

    /// <summary>Results that are wrong; null as <see cref="TruePositives"/> is.</summary>
    public int? FalsePositives { get; internal set; }

    /// <summary>Labels without a right result; null as <see cref="TruePositives"/> is.</summary>
    public int? FalseNegatives { get; internal set; }

    /// <summary>Entities that were found as <see cref="Match"/> asks; null for classes, <c>Macro</c> and <c>Weighted</c>.</summary>
    public int? Correct { get; internal set; }

    /// <summary>Entities that a result overlaps in a way that does not count; null as <see cref="Correct"/> is.</summary>
    public int? Incorrect { get; internal set; }

    /// <summary>Entities that a result overlaps in a way that counts half (<c>Partial</c> only); null as <see cref="Correct"/> is.</summary>
    public int? Partial { get; internal set; }

    /// <summary>Entities that no result was paired with; null as <see cref="Correct"/> is.</summary>
    public int? Missed { get; internal set; }

    /// <summary>Results that no entity was paired with; null as <see cref="Correct"/> is.</summary>
    public int? Spurious { get; internal set; }

    /// <summary>How many of the results are right, from 0 to 1; 0 when there are none.</summary>
    public double Precision { get; internal set; }

    /// <summary>How many of the labels were found, from 0 to 1; 0 when there are none.</summary>
    public double Recall { get; internal set; }

    /// <summary>The harmonic mean of precision and recall, from 0 to 1; <c>Macro</c> and <c>Weighted</c> have the mean of the categories'.</summary>
    public double F1 { get; internal set; }

    /// <summary>How many documents have exactly the classes that they should have, from 0 to 1; null for entities and all rows but <c>Micro</c>.</summary>
    public double? Accuracy { get; internal set; }

    /// <summary>The category or average and its F1.</summary>
    public override string ToString() => FormattableString.Invariant($"{Category ?? $"{Average}"}: F1 {F1:0.00}");
}
