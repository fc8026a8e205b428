namespace LanguageJobs.Emulator.Jobs;

/// <summary>A job's way from not started over running to finished, or to cancelled.</summary>
internal sealed class JobTimeline(DateTimeOffset start, TimeSpan duration)
{
    private const double NotStartedShare = 0.1;

    private static readonly TimeSpan CancelTime = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private DateTimeOffset? cancelled;

    public DateTimeOffset Start => start;

    public DateTimeOffset End
    {
        get
        {
            lock (gate)
                return cancelled is { } moment ? moment + CancelTime : start + duration;
        }
    }

    public JobProgress At(DateTimeOffset now)
    {
        lock (gate)
            return cancelled is { } moment ? Cancelled(moment, now) : Progress(now);
    }

    /// <summary>When a task ends that is allowed to.</summary>
    public DateTimeOffset EndOf(int task, int tasks) => start + (duration * ((task + 1.0) / tasks));

    /// <returns>Whether the job could still be cancelled; once more does no harm.</returns>
    public bool TryCancel(DateTimeOffset now)
    {
        lock (gate)
        {
            if (Progress(now).Stage == JobStage.Finished || (cancelled is { } moment && Cancelled(moment, now).IsOver))
                return false;
            cancelled ??= now;
            return true;
        }
    }

    private JobProgress Progress(DateTimeOffset now)
    {
        if (now >= start + duration)
            return JobProgress.Finished;
        var share = Math.Max(0, (now - start) / duration);
        return new JobProgress(share < NotStartedShare ? JobStage.NotStarted : JobStage.Running, share);
    }

    private JobProgress Cancelled(DateTimeOffset moment, DateTimeOffset now) =>
        new(now >= moment + CancelTime ? JobStage.Cancelled : JobStage.Cancelling, Progress(moment).Share);
}
