using System.Diagnostics;

namespace LanguageJobs.Service;

/// <summary>The clock for all waits. Tests replace it, so that they do not have to wait.</summary>
internal class Clock
{
    public static readonly Clock System = new();

    /// <summary>The time since a fixed moment; it never jumps.</summary>
    public virtual TimeSpan Elapsed => TimeSpan.FromSeconds((double)Stopwatch.GetTimestamp() / Stopwatch.Frequency);

    /// <summary>The time of day, for dates from elsewhere.</summary>
    public virtual DateTimeOffset Now => DateTimeOffset.UtcNow;

    public virtual Task Delay(TimeSpan time, CancellationToken cancellation) => Task.Delay(time, cancellation);

    /// <summary>Waits until a semaphore lets pass, or the time is over.</summary>
    public virtual Task WaitAsync(SemaphoreSlim semaphore, TimeSpan time, CancellationToken cancellation) => semaphore.WaitAsync(time, cancellation);
}
