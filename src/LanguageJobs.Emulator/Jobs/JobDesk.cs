using LanguageJobs.Emulator.Faults;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>Takes jobs in, finds them again and cancels them.</summary>
internal sealed class JobDesk(JobStore jobs, TaskRunner runner, EmulatorCounters counters, EmulatorOptions options, Draws draws)
{
    public IJob Take(Submission submission)
    {
        var timeline = new JobTimeline(options.TimeProvider.GetUtcNow(), draws.Draw(options.JobDuration));
        var work = Task.Run(() => runner.Run(submission));
        var job = new SubmittedJob(Guid.NewGuid().ToString(), submission, timeline, work);
        jobs.TryAdd(job);
        counters.Accepted(job.Id, submission, timeline);
        return job;
    }

    public IJob? Find(string id) => jobs.Find(id);

    public JobProgress ProgressOf(IJob job) => job.Timeline.At(options.TimeProvider.GetUtcNow());

    /// <returns>Whether the job could be cancelled, or null when there is none.</returns>
    public bool? Cancel(string id)
    {
        if (jobs.Find(id) is not { } job)
            return null;
        var cancelled = job.Timeline.TryCancel(options.TimeProvider.GetUtcNow());
        if (cancelled)
            counters.CancelTaken(job.Id, job.Timeline);
        return cancelled;
    }
}
