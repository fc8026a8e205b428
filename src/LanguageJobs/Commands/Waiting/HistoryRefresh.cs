using System.Management.Automation;
using LanguageJobs.Service;
using LanguageJobs.Storage;
using LanguageJobs.Wire;

namespace LanguageJobs.Commands;

/// <summary>Updates remembered jobs that were not finished when they were last seen.</summary>
internal sealed class HistoryRefresh(JobClient client, JobHistory history, int throttleLimit, CancellationToken cancellation)
{
    private readonly ReadAhead<RememberedJob, RememberedJob> reading = new(throttleLimit);

    /// <summary>The same jobs in the same order, as they are now.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="wait">Waits for an answer.</param>
    /// <param name="report">Called with the reason why a job could not be read; the job is passed on unchanged.</param>
    public IEnumerable<RememberedJob> Refresh(
        IEnumerable<RememberedJob> jobs, Func<Task<RememberedJob>, RememberedJob> wait, Action<Exception, object> report)
    {
        foreach (var job in jobs)
        {
            reading.Add(job, IsOver(job) ? Task.FromResult(job) : AskAsync(job));
            while (reading.IsFull || reading.FirstIsReady)
                yield return First(wait, report);
        }
        while (!reading.IsEmpty)
            yield return First(wait, report);
    }

    private static bool IsOver(RememberedJob job) => job.IsPurged || JobStatus.IsFinished(job.Status);

    private RememberedJob First(Func<Task<RememberedJob>, RememberedJob> wait, Action<Exception, object> report)
    {
        var (job, answer) = reading.TakeFirst();
        try
        {
            return wait(answer);
        }
        catch (LanguageServiceException e)
        {
            report(e, job.JobId);
            return job;
        }
    }

    private async Task<RememberedJob> AskAsync(RememberedJob job)
    {
        try
        {
            var address = JobHandle.Of(new PSObject(job.ToJob())).RequireAddress();
            var state = (await client.PollAsync(address, ApiDialect.SmallestPage, cancellation).ConfigureAwait(false)).Job;
            history.See(state, isRead: false, ServiceTime.LastSkew);
            return RememberedJob.Merge(job, RememberedJob.Of(state, DateTimeOffset.UtcNow, ServiceTime.LastSkew));
        }
        catch (LanguageServiceException e) when (e.Failure == ServiceFailure.JobNotFound)
        {
            history.Purge(job.JobId);
            return job with { IsPurged = true };
        }
    }
}
