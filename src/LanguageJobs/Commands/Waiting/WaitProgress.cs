using System.Management.Automation;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>How far a wait is.</summary>
internal sealed class WaitProgress(JobWatch watch, TimeSpan elapsed)
{
    public const string Activity = "Waiting for language jobs";

    /// <summary>The record that says so: jobs and tasks done, and the time left where it can be told.</summary>
    public ProgressRecord ToRecord()
    {
        // One look at jobs that are being asked for meanwhile: two might not fit together.
        var left = watch.Left.Select(job => job.LastSeen).ToArray();
        var jobs = watch.Added;
        var done = jobs - left.Length;
        var tasks = left.Sum(job => (long?)job?.Total ?? 0);
        var tasksDone = left.Sum(job => (long?)job?.Completed + job?.Failed ?? 0);
        var share = jobs == 0 ? 0 : (done + (tasks == 0 ? 0 : (double)tasksDone / tasks * left.Length)) / jobs;
        return new ProgressRecord(0, Activity, $"{done} of {jobs} jobs finished; {tasksDone} of {tasks} tasks of the others done")
        {
            // The service's counters need not add up, and a progress record takes no other number.
            PercentComplete = (int)Math.Max(0, Math.Min(100, 100 * share)),
            SecondsRemaining = done == 0 ? -1 : (int)(elapsed.TotalSeconds / done * left.Length),
        };
    }
}
