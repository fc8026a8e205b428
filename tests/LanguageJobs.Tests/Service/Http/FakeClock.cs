using LanguageJobs.Service;

namespace LanguageJobs.Tests.Service;

/// <summary>A clock that a test moves: a wait is over at once, and the time has passed.</summary>
internal sealed class FakeClock : Clock
{
    private TimeSpan elapsed;

    public override TimeSpan Elapsed => elapsed;

    public override DateTimeOffset Now => Start + elapsed;

    public static DateTimeOffset Start { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public List<TimeSpan> Waits { get; } = [];

    public void Advance(TimeSpan time) => elapsed += time;

    public override Task Delay(TimeSpan time, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Waits.Add(time);
        Advance(time);
        return Task.CompletedTask;
    }
}
