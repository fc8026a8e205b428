namespace LanguageJobs.Labels;

/// <summary>Counts what a format cannot hold.</summary>
internal sealed class LabelLosses
{
    private readonly SortedDictionary<LabelLoss, int> counts = [];

    /// <summary>The losses that occurred, and how often.</summary>
    public IEnumerable<KeyValuePair<LabelLoss, int>> Counts => counts;

    public void Add(LabelLoss loss, int count = 1)
    {
        if (count > 0)
            counts[loss] = (counts.TryGetValue(loss, out var before) ? before : 0) + count;
    }
}
