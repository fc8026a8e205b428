using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace LanguageJobs.Commands;

/// <summary>The jobs that a runspace's commands have dealt with last, for completion. It belongs to the runspace and goes with it.</summary>
internal sealed class SeenJobs
{
    private const int Most = 100;

    private static readonly ConditionalWeakTable<Runspace, SeenJobs> OfRunspace = new();

    // The one that was seen last stands at the end.
    private readonly List<SeenJob> jobs = [];

    public static SeenJobs Of(Runspace runspace) => OfRunspace.GetOrCreateValue(runspace);

    public void Add(LanguageJob job)
    {
        if (job.JobId is not { Length: > 0 } jobId)
            return;
        lock (jobs)
        {
            var known = jobs.Find(seen => seen.JobId == jobId);
            jobs.Remove(known!);
            known ??= new SeenJob(job);
            known.Update(job);
            jobs.Add(known);
            if (jobs.Count > Most)
                jobs.RemoveAt(0);
        }
    }

    public SeenJob[] NewestFirst()
    {
        lock (jobs)
            return [.. Enumerable.Reverse(jobs).OrderByDescending(job => job.Created)];
    }
}
