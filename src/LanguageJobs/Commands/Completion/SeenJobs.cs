using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace LanguageJobs.Commands;

/// <summary>The last jobs that a runspace's commands have processed, for completion. It belongs to the runspace.</summary>
internal sealed class SeenJobs
{
    private const int Most = 100;

    private static readonly ConditionalWeakTable<Runspace, SeenJobs> OfRunspace = new();

    // The one that was seen last is at the end.
    private readonly List<SeenJob> jobs = [];

    // Processing the last job is deferred, because many processes exit before completion needs it.
    private LanguageJob? latest;

    public static SeenJobs Of(Runspace runspace) => OfRunspace.GetOrCreateValue(runspace);

    public void Add(LanguageJob job)
    {
        lock (jobs)
        {
            if (latest is not null && latest != job)
                RememberLatest();
            latest = job;
        }
    }

    public SeenJob[] NewestFirst()
    {
        lock (jobs)
        {
            RememberLatest();
            return [.. Enumerable.Reverse(jobs).OrderByDescending(job => job.Created)];
        }
    }

    private void RememberLatest()
    {
        if (latest?.JobId is { Length: > 0 } jobId)
        {
            var known = jobs.Find(seen => seen.JobId == jobId);
            jobs.Remove(known!);
            known ??= new SeenJob(jobId);
            known.Update(latest);
            jobs.Add(known);
            if (jobs.Count > Most)
                jobs.RemoveAt(0);
        }
        latest = null;
    }
}
