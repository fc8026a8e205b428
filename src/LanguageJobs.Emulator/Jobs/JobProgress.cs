namespace LanguageJobs.Emulator.Jobs;

/// <summary>Where a job stands at one moment.</summary>
/// <param name="Stage">Its stage.</param>
/// <param name="Share">The share of its duration that has passed, 0 to 1.</param>
internal readonly record struct JobProgress(JobStage Stage, double Share)
{
    public static readonly JobProgress Finished = new(JobStage.Finished, 1);

    /// <summary>Tasks finish one after the other, evenly over the job's duration.</summary>
    public bool HasFinished(int task, int tasks) => Stage == JobStage.Finished || Share >= (task + 1.0) / tasks;
}
