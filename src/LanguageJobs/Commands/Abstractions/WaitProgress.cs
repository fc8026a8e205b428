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
        var left = watch.Left;
        var jobs = watch.Added;
        var done = jobs - left.Count;
        var tasks = left.Sum(job => job.LastSeen?.Total ?? 0);
        var tasksDone = left.Sum(job => job.LastSeen is { } seen ? seen.Completed + seen.Failed : 0);
        var share = jobs == 0 ? 0 : (done + (tasks == 0 ? 0 : (double)tasksDone / tasks * left.Count)) / jobs;
        return new ProgressRecord(0, Activity, $"{done} of {jobs} jobs finished; {tasksDone} of {tasks} tasks of the others done")
        {
            PercentComplete = (int)(100 * share),
            SecondsRemaining = done == 0 ? -1 : (int)(elapsed.TotalSeconds / done * left.Count),
        };
    }
}
