using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>How far a wait is.</summary>
internal sealed class WaitProgress(JobWatch watch, TimeSpan elapsed)
{
    /// <summary>Jobs and tasks done, and the time left where it can be told.</summary>
    public ProgressState ToState()
    {
        // Read once, because jobs are polled at the same time and two reads might not agree.
        LanguageJob?[] left = [.. watch.Left.Select(job => job.LastSeen)];
        var jobs = watch.Added;
        var done = jobs - left.Length;
        long tasks = 0;
        long tasksDone = 0;
        foreach (var job in left)
        {
            tasks += job?.Total ?? 0;
            tasksDone += (job?.Completed ?? 0) + (job?.Failed ?? 0);
        }
        var shareOfTasks = tasks == 0 ? 0 : (double)tasksDone / tasks;
        var share = jobs == 0 ? 0 : (done + shareOfTasks * left.Length) / jobs;
        return new ProgressState(
            $"{done} of {jobs} jobs finished; {tasksDone} of {tasks} tasks of the other jobs done",
            // The service's counters may not add up, and a progress record accepts 0 to 100 only.
            Percent: (int)Math.Max(0, Math.Min(100, 100 * share)),
            SecondsLeft: done == 0 ? -1 : (int)(elapsed.TotalSeconds / done * left.Length));
    }
}
