namespace LanguageJobs.Emulator.Load;

/// <summary>A clock that runs faster than real time, so that jobs expire while the load lasts.</summary>
internal sealed class FastClock(double speed) : TimeProvider
{
    private readonly DateTimeOffset start = DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow()
    {
        var now = DateTimeOffset.UtcNow;
        return start + ((now - start) * speed);
    }
}
