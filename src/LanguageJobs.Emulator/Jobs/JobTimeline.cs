namespace LanguageJobs.Emulator.Jobs;

/// <summary>A job's way from not started over running to finished.</summary>
internal sealed class JobTimeline(DateTimeOffset start, TimeSpan duration)
{
    private const double NotStartedShare = 0.1;

    public DateTimeOffset Start => start;

    public DateTimeOffset End => start + duration;

    public JobProgress At(DateTimeOffset now)
    {
        if (now >= End)
            return JobProgress.Finished;
        var share = Math.Max(0, (now - start) / duration);
        return new JobProgress(share < NotStartedShare ? JobStage.NotStarted : JobStage.Running, share);
    }
}
