using LanguageJobs.Emulator.Faults;

namespace LanguageJobs.Emulator;

/// <summary>A document, task or job that fails. Exactly one of the three is named.</summary>
public sealed record PlannedFailure : IPlanned<PlannedFailure>
{
    /// <summary>The id of a document, in whatever job it is sent.</summary>
    public string? Document { get; init; }

    /// <summary>The name of a task.</summary>
    public string? Task { get; init; }

    /// <summary>The display name of a job that is still to come, or the id of one that is under way.</summary>
    public string? Job { get; init; }

    /// <summary>The error's code; null for the usual one.</summary>
    public string? Code { get; init; }

    /// <summary>The error's message; null for one that says who asked for it.</summary>
    public string? Message { get; init; }

    /// <summary>How often it fails; null for every time.</summary>
    public int? Count { get; init; }

    PlannedFailure? IPlanned<PlannedFailure>.AfterOnce() => Count == 1 ? null : this with { Count = Count - 1 };
}
