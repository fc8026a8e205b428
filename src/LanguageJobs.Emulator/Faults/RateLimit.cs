namespace LanguageJobs.Emulator.Faults;

/// <summary>Lets no more than a number of requests through in any minute; 0 lets all through.</summary>
internal sealed class RateLimit(int perMinute, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Queue<long> passed = new();
    private readonly Lock gate = new();

    /// <param name="wait">After what time a request will be let through, where this one is not.</param>
    public bool TryPass(out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (perMinute == 0)
            return true;
        lock (gate)
        {
            var now = clock.GetTimestamp();
            while (passed.TryPeek(out var past) && clock.GetElapsedTime(past, now) >= Window)
                passed.Dequeue();
            if (passed.Count >= perMinute)
            {
                wait = Window - clock.GetElapsedTime(passed.Peek(), now);
                return false;
            }
            passed.Enqueue(now);
            return true;
        }
    }

    public void Reset()
    {
        lock (gate)
            passed.Clear();
    }
}
