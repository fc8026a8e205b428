namespace LanguageJobs.Emulator.Faults;

/// <summary>Random draws that many requests share.</summary>
internal sealed class Draws(int seed)
{
    private readonly Lock gate = new();
    private Random random = new(seed);

    public bool Happens(double share)
    {
        if (share <= 0)
            return false;
        lock (gate)
            return random.NextDouble() < share;
    }

    public TimeSpan Draw(TimeRange range)
    {
        lock (gate)
            return range.Draw(random);
    }

    public T Pick<T>(IReadOnlyList<T> choices)
    {
        lock (gate)
            return choices[random.Next(choices.Count)];
    }

    /// <summary>Starts the sequence again.</summary>
    public void Reset()
    {
        lock (gate)
            random = new Random(seed);
    }
}
