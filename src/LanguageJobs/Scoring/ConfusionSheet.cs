namespace LanguageJobs.Scoring;

/// <summary>How often each category was found where each was expected.</summary>
internal sealed class ConfusionSheet
{
    private readonly Dictionary<(string? Expected, string? Predicted), int> cells = [];

    /// <summary>Counts a document: first pairs that overlap, then the rest of each side.</summary>
    public void Add(DocumentSide labels, DocumentSide? results)
    {
        var (expected, predicted) = (labels.Mentions(), results?.Mentions() ?? []);
        var (isFound, isExpected) = (new bool[expected.Count], new bool[predicted.Count]);
        foreach (var (l, r) in Pairing.Pair(expected, predicted, LanguageMatch.Type))
        {
            (isFound[l], isExpected[r]) = (true, true);
            Count(expected[l].Category, predicted[r].Category);
        }
        for (var l = 0; l < expected.Count; l++)
        {
            if (!isFound[l])
                Count(expected[l].Category, null);
        }
        for (var r = 0; r < predicted.Count; r++)
        {
            if (!isExpected[r])
                Count(null, predicted[r].Category);
        }
    }

    /// <summary>The cells that are not 0, in ordinal order; those without an expected or a found category come last.</summary>
    public IEnumerable<LanguageConfusion> Rows() => cells
        .OrderBy(cell => cell.Key.Expected is null).ThenBy(cell => cell.Key.Expected, StringComparer.Ordinal)
        .ThenBy(cell => cell.Key.Predicted is null).ThenBy(cell => cell.Key.Predicted, StringComparer.Ordinal)
        .Select(cell => new LanguageConfusion { Expected = cell.Key.Expected, Predicted = cell.Key.Predicted, Count = cell.Value });

    private void Count(string? expected, string? predicted)
    {
        cells.TryGetValue((expected, predicted), out var count);
        cells[(expected, predicted)] = count + 1;
    }
}
