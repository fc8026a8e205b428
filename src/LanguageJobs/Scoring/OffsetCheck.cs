namespace LanguageJobs.Scoring;

/// <summary>
/// Notices without texts that results and labels count in different units or with different line ends: then most results have the category
/// and length of a label, but few its offset.
/// </summary>
internal sealed class OffsetCheck
{
    // A hundred documents are enough to find out.
    private const int MostDocuments = 100;
    private const int FewestResults = 4;

    private int documents;
    private int exact;
    private int alike;

    /// <summary>True when the offsets of the two sides do not fit together.</summary>
    public bool IsShifted => alike >= FewestResults && 2 * exact < alike;

    public void Add(DocumentSide labels, DocumentSide results)
    {
        if (++documents > MostDocuments)
            return;
        exact += Common(labels, results, mention => mention);
        alike += Common(labels, results, mention => mention with { Span = mention.Span with { Offset = 0 } });
    }

    private static int Common(DocumentSide labels, DocumentSide results, Func<Mention, Mention> key)
    {
        var counts = labels.Rows.GroupBy(row => key(row.Mention)).ToDictionary(same => same.Key, same => same.Count());
        return results.Rows.GroupBy(row => key(row.Mention)).Sum(same => counts.TryGetValue(same.Key, out var count) ? Math.Min(count, same.Count()) : 0);
    }
}
