namespace LanguageJobs.Service;

/// <summary>The service's time: the local clock, put right by the dates of the service's answers.</summary>
internal sealed class ServiceTime(Clock clock)
{
    // A date has whole seconds, and an answer is under way for a while.
    private static readonly TimeSpan Negligible = TimeSpan.FromSeconds(2);

    private static long lastSkew;

    private long skew;

    /// <summary>How far the service's time is ahead of the local clock, as this process learned it last; 0 when it does not know.</summary>
    public static TimeSpan LastSkew => TimeSpan.FromTicks(Interlocked.Read(ref lastSkew));

    public DateTimeOffset Now => clock.Now + TimeSpan.FromTicks(Interlocked.Read(ref skew));

    /// <summary>Learns from an answer's date. One with an age comes from a cache, and a refusal may come from a gateway: these say nothing.</summary>
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
