namespace LanguageJobs.Emulator;

/// <summary>How the emulator misbehaves. Rates are shares from 0 to 1; the draws repeat with <see cref="EmulatorOptions.Seed"/>.</summary>
public sealed class FaultOptions
{
    /// <summary>The share of requests that meet a fault.</summary>
    public double Rate { get; init; }

    /// <summary>Which faults they meet, each as often as the others.</summary>
    public FaultKinds Kinds { get; init; } = FaultKinds.All;

    /// <summary>How late a slow answer is.</summary>
    public TimeRange Slowness { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The share of submissions that are taken all the same when their answer is lost: cut, 408, 500 or 504.
    /// The client cannot tell.
    /// </summary>
    public double TakenAllTheSame { get; init; } = 0.5;

    /// <summary>The share of jobs that fail as a whole.</summary>
    public double FailedJobs { get; init; }

    /// <summary>The share of tasks that fail. A job with some failed tasks ends partiallyCompleted.</summary>
    public double FailedTasks { get; init; }

    /// <summary>The share of documents that fail.</summary>
    public double FailedDocuments { get; init; }

    internal double[] Shares => [Rate, TakenAllTheSame, FailedJobs, FailedTasks, FailedDocuments];
}
