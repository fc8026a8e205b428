namespace LanguageJobs.Emulator.Control;

/// <summary>A clock that can be moved ahead of another one.</summary>
internal sealed class MovableClock(TimeProvider clock) : TimeProvider
{
    // Dates must still be dates.
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(36_500);

    private long ticksAhead;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public TimeSpan Ahead => TimeSpan.FromTicks(Volatile.Read(ref ticksAhead));

    /// <summary>Whether it shows the machine's own time.</summary>
    public bool IsMachineTime => clock == System && Ahead == TimeSpan.Zero;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Ahead;

    public override long GetTimestamp() => clock.GetTimestamp() + (long)(Ahead.TotalSeconds * TimestampFrequency);

    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Ahead + time, Furthest);
        Interlocked.Add(ref ticksAhead, time.Ticks);
    }

    public void Reset() => Volatile.Write(ref ticksAhead, 0);
}
