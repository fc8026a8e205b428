using LanguageJobs.Emulator.Faults;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>Takes jobs in, finds them again and cancels them.</summary>
internal sealed class JobDesk(
    JobStore jobs, TaskRunner runner, EmulatorCounters counters, TimeRange duration, TimeProvider clock, Draws draws)
{
    public IJob Take(Submission submission)
    {
        var timeline = new JobTimeline(clock.GetUtcNow(), draws.Draw(duration));
        var work = Task.Run(() => runner.Run(submission));
        var job = new SubmittedJob(Guid.NewGuid().ToString(), submission, timeline, work);
        jobs.TryAdd(job);
        counters.Accepted(job.Id, submission, timeline);
        return job;
    }

    public IJob? Find(string id) => jobs.Find(id);

    public string WhyAbsent(string id) => jobs.WhyAbsent(id);

    public JobProgress ProgressOf(IJob job) => job.Timeline.At(clock.GetUtcNow());

    /// <returns>Whether the job could be cancelled, or null when there is none.</returns>
    public bool? Cancel(string id)
    {
        if (jobs.Find(id) is not { } job)
            return null;
        var cancelled = job.Timeline.TryCancel(clock.GetUtcNow());
        if (cancelled)
            counters.CancelTaken(job.Id, job.Timeline);
        return cancelled;
    }
}
