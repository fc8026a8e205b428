namespace LanguageJobs.Emulator.Http;

/// <summary>The newest requests, so that a test can see what its client sent.</summary>
internal sealed class RecentRequests
{
    private const int Capacity = 1_000;

    private readonly Queue<RequestTrace> newest = new(Capacity);
    private readonly Lock gate = new();

    public IReadOnlyList<RequestRecord> All
    {
        get
        {
            lock (gate)
                return [.. newest.Select(trace => trace.ToRecord())];
        }
    }

    public void Add(RequestTrace trace)
    {
        lock (gate)
        {
            if (newest.Count == Capacity)
                newest.Dequeue();
            newest.Enqueue(trace);
        }
    }

    public void Clear()
    {
        lock (gate)
            newest.Clear();
    }
}
