namespace LanguageJobs.Runs;

/// <summary>How many jobs of a shard are in flight. Jobs that a worker before left behind may be more than there is room for.</summary>
internal sealed class ShardWindow(int size, int taken)
{
    private readonly SemaphoreSlim free = new(Math.Max(size - taken, 0));
    private int over = Math.Max(taken - size, 0);

    public Task EnterAsync(CancellationToken cancellation) => free.WaitAsync(cancellation);

    public void Leave()
    {
        if (Interlocked.Decrement(ref over) < 0)
            free.Release();
    }
}
