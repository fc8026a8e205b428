namespace LanguageJobs.Emulator.Control;

/// <summary>How far to move the clock ahead.</summary>
internal sealed record ClockMove
{
    public required TimeSpan Advance { get; init; }
}
