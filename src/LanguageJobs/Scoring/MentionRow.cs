namespace LanguageJobs.Scoring;

/// <summary>A mention and the row that says so.</summary>
/// <param name="Mention">The category and the place, in UTF-16 wherever that could be found out.</param>
/// <param name="Confidence">The confidence score; NaN where there is none.</param>
/// <param name="Row">The entity, class or label.</param>
internal readonly record struct MentionRow(Mention Mention, double Confidence, object Row)
{
    /// <summary>The order of a text; of equal mentions the surest comes first.</summary>
    public static int Compare(MentionRow a, MentionRow b)
    {
        var order = Mention.Compare(a.Mention, b.Mention);
        return order != 0 ? order : b.Confidence.CompareTo(a.Confidence);
    }

    /// <summary>True when the row is sure enough. A row without a score is below every threshold but 0.</summary>
    public bool Passes(double? threshold) => threshold is null or 0 || Confidence >= threshold;
}
