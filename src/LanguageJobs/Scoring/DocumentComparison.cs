using LanguageJobs.Texts;

namespace LanguageJobs.Scoring;

/// <summary>Finds the differences between two sides of one document.</summary>
/// <param name="text">The document's text; null when it is not known.</param>
/// <param name="areExclusive">True when a document has one class, so that another one takes its place; false when it may have several.</param>
/// <param name="minimumChange">The smallest difference of the confidence scores for which a pair is <see
/// cref="LanguageChange.Rescored"/>.</param>
internal sealed class DocumentComparison(DocumentText? text, bool areExclusive, double minimumChange)
{
    // 0.95 - 0.9 is a little less than 0.05.
    private const double Tolerance = 1e-9;

    /// <summary>The differences, in the order of the text.</summary>
    /// <param name="reference">One side; null when it does not have the document.</param>
    /// <param name="difference">The other side; null when it does not have the document.</param>
    /// <param name="labels">What is right; null when it is not known.</param>
    public IEnumerable<LanguageDifference> Compare(DocumentSide? reference, DocumentSide? difference, DocumentSide? labels)
    {
        var (left, right) = (reference?.Rows ?? [], difference?.Rows ?? []);
        var (leftIsRight, rightIsRight) = (Right(reference, labels), Right(difference, labels));
        var (leftIsPaired, rightIsPaired) = (new bool[left.Count], new bool[right.Count]);
        var found = new List<(Mention Place, LanguageDifference Row)>();
        foreach (var (l, r) in Pairing.Pair(reference?.Mentions() ?? [], difference?.Mentions() ?? [], LanguageMatch.Exact))
        {
            if (!areExclusive && left[l].Row is not (LanguageEntity or LanguageLabel { Offset: not null }) && !left[l].Mention.HasCategoryOf(right[r].Mention))
                continue;
            (leftIsPaired[l], rightIsPaired[r]) = (true, true);
            if (ChangeOf(left[l], right[r]) is { } change)
                found.Add((right[r].Mention, Row(change, left[l], right[r], labels is null ? null : SideOf(leftIsRight[l], rightIsRight[r]))));
        }
        for (var l = 0; l < left.Count; l++)
        {
            if (!leftIsPaired[l])
                found.Add((left[l].Mention, Row(LanguageChange.Removed, left[l], null, labels is null ? null : SideOf(leftIsRight[l], !leftIsRight[l]))));
        }
        for (var r = 0; r < right.Count; r++)
        {
            if (!rightIsPaired[r])
                found.Add((right[r].Mention, Row(LanguageChange.Added, null, right[r], labels is null ? null : SideOf(!rightIsRight[r], rightIsRight[r]))));
        }
        return found.OrderBy(item => item.Place, Comparer<Mention>.Create(Mention.Compare)).Select(item => item.Row);
    }

    // Which rows of a side match a label. Each label is used once.
    private static bool[] Right(DocumentSide? side, DocumentSide? labels)
    {
        var isRight = new bool[side?.Rows.Count ?? 0];
        if (side is null || labels is null)
            return isRight;
        var (mentions, expected) = (side.Mentions(), labels.Mentions());
        foreach (var (m, e) in Pairing.Pair(mentions, expected, LanguageMatch.Exact))
            isRight[m] = mentions[m] == expected[e];
        return isRight;
    }

    private static LanguageSide SideOf(bool reference, bool difference) => (reference, difference) switch
    {
        (true, true) => LanguageSide.Both,
        (true, false) => LanguageSide.Reference,
        (false, true) => LanguageSide.Difference,
        _ => LanguageSide.Neither,
    };

    private LanguageChange? ChangeOf(MentionRow reference, MentionRow difference)
    {
        if (!reference.Mention.HasCategoryOf(difference.Mention))
            return LanguageChange.Relabelled;
        if (!reference.Mention.HasSpanOf(difference.Mention))
            return LanguageChange.Moved;
        var change = Math.Abs(difference.Confidence - reference.Confidence);
        return change > Tolerance && change >= minimumChange - Tolerance ? LanguageChange.Rescored : null;
    }

    private LanguageDifference Row(LanguageChange change, MentionRow? reference, MentionRow? difference, LanguageSide? rightSide)
    {
        var confidenceChange = difference?.Confidence - reference?.Confidence;
        return new LanguageDifference
        {
            Change = change,
            Text = TextOf(difference) ?? TextOf(reference),
            Category = difference?.Mention.Category,
            ReferenceCategory = reference?.Mention.Category,
            Offset = SpanOf(difference)?.Offset,
            Length = SpanOf(difference)?.Length,
            ReferenceOffset = SpanOf(reference)?.Offset,
            ReferenceLength = SpanOf(reference)?.Length,
            ConfidenceChange = confidenceChange is { } value && double.IsNaN(value) ? null : confidenceChange,
            RightSide = rightSide,
            Reference = reference?.Row,
            Difference = difference?.Row,
        };
    }

    private static TextSpan? SpanOf(MentionRow? row) =>
        row is { Row: LanguageEntity or LanguageLabel { Offset: not null } } present ? present.Mention.Span : null;

    private string? TextOf(MentionRow? row) => row?.Row is LanguageEntity { Text.Length: > 0 } entity ? entity.Text
        : SpanOf(row) is { } span && text is not null && span.End <= text.Text.Length ? text.Text.Substring(span.Offset, span.Length)
        : null;
}
