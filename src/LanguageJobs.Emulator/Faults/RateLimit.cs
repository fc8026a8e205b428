namespace LanguageJobs.Emulator.Faults;

/// <summary>Lets no more than a number of requests through in any minute; 0 lets all through.</summary>
internal sealed class RateLimit(int perMinute, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Queue<long> passed = new();
    private readonly Lock gate = new();

    public bool TryPass()
    {
        if (perMinute <= 0)
            return true;
        lock (gate)
        {
            var now = clock.GetTimestamp();
            while (passed.TryPeek(out var oldest) && clock.GetElapsedTime(oldest, now) >= Window)
                passed.Dequeue();
            if (passed.Count >= perMinute)
                return false;
            passed.Enqueue(now);
            return true;
        }
    }
}
