using System.Collections.Concurrent;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>The jobs that the emulator knows.</summary>
internal sealed class JobStore
{
    private readonly ConcurrentDictionary<string, IJob> jobs = new(StringComparer.OrdinalIgnoreCase);

    public int Count => jobs.Count;

    public bool TryAdd(IJob job) => jobs.TryAdd(job.Id, job);

    public IJob? Find(string id) => jobs.GetValueOrDefault(id);
}
