using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>How far a wait is.</summary>
internal sealed class WaitProgress(JobWatch watch, TimeSpan elapsed)
{
    /// <summary>Jobs and tasks done, and the time left where it can be told.</summary>
    public ProgressState ToState()
    {
        // One look at jobs that are being asked for meanwhile: two might not fit together.
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
            $"{done} of {jobs} jobs finished; {tasksDone} of {tasks} tasks of the others done",
            // The service's counters need not add up, and a progress record takes no other number.
            Percent: (int)Math.Max(0, Math.Min(100, 100 * share)),
            SecondsLeft: done == 0 ? -1 : (int)(elapsed.TotalSeconds / done * left.Length));
    }
}
