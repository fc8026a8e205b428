namespace LanguageJobs.Emulator.Http;

/// <summary>The newest requests, so that a test can see what its client sent.</summary>
internal sealed class RecentRequests
{
    public const int Capacity = 1_000;

    private readonly Queue<RequestRecord> newest = new(Capacity);
    private readonly Lock gate = new();

    public IReadOnlyList<RequestRecord> All
    {
        get
        {
            lock (gate)
                return [.. newest];
        }
    }

    public void Add(RequestRecord request)
    {
        lock (gate)
        {
            if (newest.Count == Capacity)
                newest.Dequeue();
            newest.Enqueue(request);
        }
    }

    public void Clear()
    {
        lock (gate)
            newest.Clear();
    }
}
