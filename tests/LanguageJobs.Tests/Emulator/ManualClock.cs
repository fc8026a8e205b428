namespace LanguageJobs.Tests.Emulator;

/// <summary>A clock that moves when a test says so.</summary>
internal sealed class ManualClock : TimeProvider
{
    private TimeSpan elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan time) => elapsed += time;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero) + elapsed;

    public override long GetTimestamp() => elapsed.Ticks;
}
