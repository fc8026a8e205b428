using System.Diagnostics;
using LanguageJobs.Service;
using LanguageJobs.Storage;

namespace LanguageJobs.Commands;

/// <summary>A wait for any number of jobs, in a command or in the background.</summary>
internal sealed class JobWait(JobWatch watch, TimeSpan? timeout, bool any, IWaitOutput output)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch elapsed = Stopwatch.StartNew();

    /// <summary>True when nothing more will come.</summary>
    public bool IsOver { get; private set; }

    public void Add(JobHandle handle)
    {
        if (handle.Job is { IsWhole: true, IsFinished: true } finished)
            Emit(finished);
        else if (!IsOver)
            // A job without a status was only accepted.
            watch.Add(handle.Source, handle.RequireAddress(), justStarted: handle.Job is { Status: null });
    }

    /// <summary>Processes the waits that have ended so far.</summary>
    public void EmitReady()
    {
        while (!IsOver && watch.TryTake(out var outcome, TimeSpan.Zero))
            Emit(outcome);
    }

    /// <summary>
    /// Waits for all the others, or until the time is over. The time starts here, so late jobs have as much time as the others.
    /// </summary>
    public void EmitAll()
    {
        if (timeout is { } time)
            watch.EndIn(time);
        while (!IsOver && !watch.IsDone)
        {
            output.Progress(new WaitProgress(watch, elapsed.Elapsed));
            if (watch.TryTake(out var outcome, Tick))
                Emit(outcome);
            EmitReady();
            if (!IsOver)
                GiveUpOverdue();
        }
    }

    private void GiveUpOverdue()
    {
        foreach (var job in watch.GiveUp())
            output.Fail(ErrorRecords.WaitTimeout(timeout!.Value, job.Address.JobId, job.LastSeen ?? job.Source));
    }

    private void Emit(WatchOutcome outcome)
    {
        if (outcome.Job is { } job)
            Emit(job);
        else
            output.Fail(outcome.Failure!, outcome.Source);
    }

    private void Emit(LanguageJob job)
    {
        if (IsOver)
            return;
        IsOver = any;
        JobHistory.Current?.See(job, isRead: true, ServiceTime.LastSkew);
        output.Write(job);
    }
}
