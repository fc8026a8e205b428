using System.Collections.Concurrent;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>The jobs that the emulator knows. An expired one is gone.</summary>
internal sealed class JobStore(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, IJob> jobs = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<IJob> oldestFirst = new();

    public int Count => jobs.Count;

    public bool TryAdd(IJob job)
    {
        Purge();
        if (!jobs.TryAdd(job.Id, job))
            return false;
        // What never expires would block the queue.
        if (job.Expires < DateTimeOffset.MaxValue)
            oldestFirst.Enqueue(job);
        return true;
    }

    public IJob? Find(string id) => jobs.TryGetValue(id, out var job) && job.Expires > clock.GetUtcNow() ? job : null;

    private void Purge()
    {
        var now = clock.GetUtcNow();
        while (oldestFirst.TryPeek(out var oldest) && oldest.Expires <= now && oldestFirst.TryDequeue(out oldest))
            jobs.TryRemove(oldest.Id, out _);
    }
}
