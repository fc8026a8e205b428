namespace LanguageJobs.Scoring;

/// <summary>A mention and the row that it comes from.</summary>
/// <param name="Mention">The category and the position, in UTF-16 if it could be converted.</param>
/// <param name="Confidence">The confidence score; NaN where there is none.</param>
/// <param name="Row">The entity, class or label.</param>
internal readonly record struct MentionRow(Mention Mention, double Confidence, object Row)
{
    /// <summary>Text order. Of equal mentions, the one with the highest confidence comes first.</summary>
    public static int Compare(MentionRow a, MentionRow b)
    {
        var order = Mention.Compare(a.Mention, b.Mention);
        return order != 0 ? order : b.Confidence.CompareTo(a.Confidence);
    }

    /// <summary>True when the confidence is high enough. A row without a score passes only a threshold of 0.</summary>
    public bool Passes(double? threshold) => threshold is null or 0 || Confidence >= threshold;
}
