namespace LanguageJobs.Service;

/// <summary>
/// When to poll a job again: after about a tenth of its age, at least one second and at most ten. The service gives no hint
/// (no Retry-After in any recorded 200), and small jobs finish within seconds.
/// </summary>
internal class PollSchedule(TimeSpan? fixedInterval = null)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);
    private const double ShareOfAge = 0.1;
    private const double Jitter = 0.3;

    private readonly Random random = new();

    /// <summary>The time until the next poll, with jitter, so that jobs started together are not polled together.</summary>
    /// <param name="age">How long the job has been running.</param>
    public virtual TimeSpan Interval(TimeSpan age) => fixedInterval ?? Between(ShareOfAge * age.TotalSeconds, Longest);

    /// <summary>Told of a job that is finished, whole or not.</summary>
    public virtual void Learn(LanguageJob finished)
    {
    }

    /// <summary>So many seconds, as far as that is neither too short nor too long, with jitter.</summary>
    protected TimeSpan Between(double seconds, TimeSpan longest)
    {
        var interval = Math.Max(Shortest.TotalSeconds, Math.Min(longest.TotalSeconds, seconds));
        lock (random)
            return TimeSpan.FromSeconds(interval * (1 + Jitter * random.NextDouble()));
    }

    /// <summary>
    /// The end of an interval. Long intervals end on a beat, so that jobs that are due at nearly the same time are polled together:
    /// waking up costs a process more than a request.
    /// </summary>
    public static TimeSpan Due(TimeSpan now, TimeSpan interval)
    {
        var due = now + interval;
        return interval < Shortest ? due : TimeSpan.FromTicks((due.Ticks + Beat.Ticks - 1) / Beat.Ticks * Beat.Ticks);
    }
}
