namespace LanguageJobs.Scoring;

/// <summary>The scores of one task at one threshold: a tally for each category that occurs, and one for all.</summary>
/// <param name="match">When an entity counts as found.</param>
/// <param name="threshold">Only results with at least this confidence count; null for all.</param>
/// <param name="areClasses">True for classes, whose rows have an accuracy but no SemEval counts.</param>
internal sealed class ScoreSheet(LanguageMatch match, double? threshold, bool areClasses)
{
    private readonly Dictionary<string, Tally> categories = new(StringComparer.Ordinal);
    private readonly List<Tally> touched = [];
    private readonly Tally all = new();
    private int documents;
    private int rightDocuments;

    /// <summary>Counts a document.</summary>
    public void Add(DocumentSide labels, DocumentSide? results)
    {
        all.Labels.AddRange(labels.Mentions());
        if (results is not null)
            all.Results.AddRange(results.Mentions(threshold));
        foreach (var label in all.Labels)
            TallyOf(label.Category).Labels.Add(label);
        foreach (var result in all.Results)
            TallyOf(result.Category).Results.Add(result);

        documents++;
        if (all.Count(match))
            rightDocuments++;
        touched.ForEach(tally => tally.Count(match));
        touched.Clear();
    }

    /// <summary>A row for each category in ordinal order, then the three averages.</summary>
    public IEnumerable<LanguageScore> Rows()
    {
        var rows = categories.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => RowOf(entry.Value, entry.Key, null)).ToArray();
        var micro = RowOf(all, null, LanguageAverage.Micro);
        if (areClasses)
            micro.Accuracy = Ratio(rightDocuments, documents);
        return [.. rows, micro, Mean(LanguageAverage.Macro, rows, _ => 1), Mean(LanguageAverage.Weighted, rows, row => row.Support)];
    }

    private Tally TallyOf(string category)
    {
        if (!categories.TryGetValue(category, out var tally))
            categories[category] = tally = new Tally();
        if (tally.Labels.Count + tally.Results.Count == 0)
            touched.Add(tally);
        return tally;
    }

    private LanguageScore RowOf(Tally tally, string? category, LanguageAverage? average)
    {
        var other = tally.Paired - tally.Correct;
        var half = match == LanguageMatch.Partial ? other / 2.0 : 0;
        var row = new LanguageScore
        {
            Match = match,
            Threshold = threshold,
            Average = average,
            Category = category,
            Support = tally.LabelCount,
            Precision = Ratio(tally.Correct + half, tally.ResultCount),
            Recall = Ratio(tally.Correct + half, tally.LabelCount),
        };
        row.F1 = Ratio(2 * row.Precision * row.Recall, row.Precision + row.Recall);
        if (match == LanguageMatch.Exact)
        {
            row.TruePositives = tally.Correct;
            row.FalsePositives = tally.ResultCount - tally.Correct;
            row.FalseNegatives = tally.LabelCount - tally.Correct;
        }
        if (!areClasses)
        {
            row.Correct = tally.Correct;
            row.Incorrect = match == LanguageMatch.Partial ? 0 : other;
            row.Partial = match == LanguageMatch.Partial ? other : 0;
            row.Missed = tally.Missed;
            row.Spurious = tally.Spurious;
        }
        return row;
    }

    private LanguageScore Mean(LanguageAverage average, LanguageScore[] rows, Func<LanguageScore, int> weight)
    {
        var total = rows.Sum(weight);
        double Of(Func<LanguageScore, double> figure) => Ratio(rows.Sum(row => weight(row) * figure(row)), total);
        return new LanguageScore
        {
            Match = match,
            Threshold = threshold,
            Average = average,
            Support = rows.Sum(row => row.Support),
            Precision = Of(row => row.Precision),
            Recall = Of(row => row.Recall),
            F1 = Of(row => row.F1),
        };
    }

    // 0 / 0 is 0, as in scikit-learn.
    private static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;
}
