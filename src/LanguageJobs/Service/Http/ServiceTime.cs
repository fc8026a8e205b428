namespace LanguageJobs.Service;

/// <summary>The service's time: the local clock, corrected by the dates of the service's answers.</summary>
internal sealed class ServiceTime(Clock clock)
{
    // A date has whole seconds, and an answer takes some time to arrive.
    private static readonly TimeSpan Negligible = TimeSpan.FromSeconds(2);

    private const long Unknown = long.MinValue;

    private static long lastSkew = Unknown;

    private long skew;

    /// <summary>How far the service's time is ahead of the local clock, as this process learned it last; null when it does not know.</summary>
    public static TimeSpan? LastSkew => Interlocked.Read(ref lastSkew) is var ticks and not Unknown ? TimeSpan.FromTicks(ticks) : null;

    public DateTimeOffset Now => clock.Now + TimeSpan.FromTicks(Interlocked.Read(ref skew));

    /// <summary>
    /// Updates the difference from an answer's date. Answers with an age come from a cache, and errors may come from a gateway, so these
    /// are ignored.
    /// </summary>
    public void Learn(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode || response.Headers.Age is not null || response.Headers.Date is not { } date)
            return;
        var ahead = date - clock.Now;
        var ticks = ahead.Duration() < Negligible ? 0 : ahead.Ticks;
        Interlocked.Exchange(ref skew, ticks);
        Interlocked.Exchange(ref lastSkew, ticks);
    }
}
