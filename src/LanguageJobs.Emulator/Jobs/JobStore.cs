using System.Collections.Concurrent;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>The jobs that the emulator knows. An expired one is gone.</summary>
internal sealed class JobStore(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, IJob> jobs = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<IJob> oldestFirst = new();

    public IEnumerable<IJob> All => jobs.Values.Where(job => job.Expires > clock.GetUtcNow());

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

    /// <summary>Adds a job, in place of one with the same id.</summary>
    public void Put(IJob job)
    {
        jobs.TryRemove(job.Id, out _);
        TryAdd(job);
    }

    public void Clear()
    {
        jobs.Clear();
        oldestFirst.Clear();
    }

    public IJob? Find(string id) => jobs.TryGetValue(id, out var job) && job.Expires > clock.GetUtcNow() ? job : null;

    /// <summary>Why there is no such job.</summary>
    public string WhyAbsent(string id) =>
        jobs.TryGetValue(id, out var job) ? $"The job expired at {job.Expires:u}." : "No job has this id.";

    private void Purge()
    {
        var now = clock.GetUtcNow();
        while (oldestFirst.TryPeek(out var oldest) && oldest.Expires <= now && oldestFirst.TryDequeue(out oldest))
            jobs.TryRemove(oldest.Id, out _);
    }
}
