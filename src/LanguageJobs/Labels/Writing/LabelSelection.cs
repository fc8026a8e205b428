namespace LanguageJobs.Labels;

/// <summary>Which labels and documents go into a file. The label of a person has no confidence score and is always sure.</summary>
/// <param name="Category">True for the categories that are wanted.</param>
/// <param name="Minimum">The least confidence score of a label, from 0 to 1.</param>
/// <param name="Maximum">Only documents with a label of at most this confidence score; null for all documents.</param>
internal sealed record LabelSelection(Func<string, bool> Category, double Minimum, double? Maximum)
{
    /// <summary>The labels of wanted categories that are sure enough.</summary>
    /// <param name="labels">The labels of a document.</param>
    /// <param name="hasUnsure">True when some were left out because they are not sure enough.</param>
    public List<LanguageLabel> Of(IEnumerable<LanguageLabel> labels, out bool hasUnsure)
    {
        var wanted = labels.Where(label => Category(label.Category!)).ToList();
        hasUnsure = wanted.RemoveAll(label => !IsSure(label)) > 0;
        return wanted;
    }

    /// <summary>True for the labels of a document that is wanted.</summary>
    public bool IncludesDocument(IEnumerable<LanguageLabel> labels) =>
        Maximum is null || labels.Any(label => IsAtMost(label.ConfidenceScore, Maximum.Value));

    // A score that the model left out (NaN) is below every minimum but 0.
    private bool IsSure(LanguageLabel label) => label.ConfidenceScore is not { } score || Minimum == 0 || score >= Minimum;

    private static bool IsAtMost(double? score, double maximum) => score is { } known && !(known > maximum);
}
