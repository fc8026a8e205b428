namespace LanguageJobs;

/// <summary>One cell of a confusion matrix: how often one category was expected and another one found.</summary>
public sealed class LanguageConfusion
{
    /// <summary>The name of the task; null when it has none.</summary>
    public string? TaskName { get; internal set; }

    /// <summary>The category of the labels; null where there is no label.</summary>
    public string? Expected { get; internal set; }

    /// <summary>The category of the results; null where there is no result.</summary>
    public string? Predicted { get; internal set; }

    /// <summary>How many: documents of a classification, entities otherwise. Never 0.</summary>
    public int Count { get; internal set; }

    /// <summary>The two categories and the count.</summary>
    public override string ToString() => FormattableString.Invariant($"{Expected ?? "(none)"} → {Predicted ?? "(none)"}: {Count}");
}
