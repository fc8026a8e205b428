namespace LanguageJobs.Labels;

/// <summary>Counts what a format cannot hold.</summary>
internal sealed class LabelLosses
{
    private readonly int[] counts = new int[Enum.GetValues(typeof(LabelLoss)).Length];

    /// <summary>The losses that occurred, and how often.</summary>
    public IEnumerable<(LabelLoss Loss, int Count)> Counts =>
        counts.Select((count, loss) => ((LabelLoss)loss, count)).Where(pair => pair.count > 0);

    public void Add(LabelLoss loss, int count = 1) => counts[(int)loss] += count;
}
