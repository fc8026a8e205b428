namespace LanguageJobs.Emulator.Jobs;

/// <summary>Where a job stands at one moment.</summary>
/// <param name="Stage">Its stage.</param>
/// <param name="Share">The share of its duration that has passed, or had passed when it was cancelled, 0 to 1.</param>
internal readonly record struct JobProgress(JobStage Stage, double Share)
{
    public static readonly JobProgress Finished = new(JobStage.Finished, 1);

    public bool IsOver => Stage is JobStage.Finished or JobStage.Cancelled;

    /// <summary>The service's word for every stage but the finished one, which has several.</summary>
    public string Word => Stage switch
    {
        JobStage.NotStarted => "notStarted",
        JobStage.Running => "running",
        JobStage.Cancelling => "cancelling",
        JobStage.Cancelled => "cancelled",
        _ => throw new InvalidOperationException("A finished job says itself how it ended."),
    };

    /// <summary>Tasks finish one after the other, evenly over the job's duration.</summary>
    public bool HasFinished(int task, int tasks) => Stage == JobStage.Finished || Share >= (task + 1.0) / tasks;
}
