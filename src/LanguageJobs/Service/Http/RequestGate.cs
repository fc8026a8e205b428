namespace LanguageJobs.Service;

/// <summary>
/// Lets the requests of one connection through, in order: never more than the limit in any minute, and none while the
/// service has asked for a pause. The service allows 1,000 requests a minute and resource ([D] service limits).
/// </summary>
internal sealed class RequestGate
{
    private const double SecondsPerMinute = 60;

    private readonly Clock clock;
    private readonly int budget;
    private readonly double capacity;
    private readonly double refillPerSecond;
    private readonly SemaphoreSlim turnstile = new(1);
    private readonly object gate = new();
    private double tokens;
    private TimeSpan refilled;
    private TimeSpan pausedUntil;
    private bool isWaiting;

    /// <param name="requestsPerMinute">The budget; 0 for none.</param>
    /// <param name="clock">The time to go by.</param>
    public RequestGate(int requestsPerMinute, Clock clock)
    {
        this.clock = clock;
        budget = requestsPerMinute;
        // A fifth at once, the rest over the minute. A fiftieth stays unused, because requests can arrive closer together than they were
        // sent.
        var small = requestsPerMinute < 10;
        capacity = small ? 1 : requestsPerMinute / 5;
        refillPerSecond = (small ? requestsPerMinute : 0.78 * requestsPerMinute) / SecondsPerMinute;
        tokens = capacity;
        refilled = clock.Elapsed;
    }

    /// <summary>The reason why requests are waiting; null when they are not.</summary>
    public string? Holdup
    {
        get
        {
            lock (gate)
            {
                var pause = pausedUntil - clock.Elapsed;
                if (pause > TimeSpan.Zero)
                    return FormattableString.Invariant($"waiting {pause.TotalSeconds:0} s as the service asked");
                return isWaiting ? $"waiting for the limit of {budget} requests a minute" : null;
            }
        }
    }

    /// <summary>Waits for a request's turn.</summary>
    public async Task EnterAsync(CancellationToken cancellation)
    {
        // Waiting requests queue here, first come, first served; only the first one checks the clock.
        await turnstile.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            while (TryTake() is { } wait)
                await clock.Delay(wait, cancellation).ConfigureAwait(false);
        }
        finally
        {
            turnstile.Release();
        }
    }

    /// <summary>Holds back all requests for a while: one 429 slows down the whole connection.</summary>
    public void Pause(TimeSpan time)
    {
        lock (gate)
        {
            var until = clock.Elapsed + time;
            if (until > pausedUntil)
                pausedUntil = until;
        }
    }

    // Takes a token, or returns the time to wait before the next try.
    private TimeSpan? TryTake()
    {
        lock (gate)
        {
            var now = clock.Elapsed;
            if (now < pausedUntil)
                return pausedUntil - now;
            isWaiting = false;
            if (budget == 0)
                return null;
            tokens = Math.Min(capacity, tokens + (now - refilled).TotalSeconds * refillPerSecond);
            refilled = now;
            isWaiting = tokens < 1;
            if (isWaiting)
                return TimeSpan.FromSeconds((1 - tokens) / refillPerSecond + 0.001);
            tokens -= 1;
            return null;
        }
    }
}
