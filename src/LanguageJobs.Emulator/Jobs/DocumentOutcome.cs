using LanguageJobs.Emulator.Models;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>What became of a document in a task: entities, classes, a redacted text or an error.</summary>
internal sealed record DocumentOutcome(string Id)
{
    public int Characters { get; init; }

    /// <summary>The entities, with what each says, counted in the unit that the task asked for.</summary>
    public IReadOnlyList<(EntitySpan Span, string Text)>? Entities { get; init; }

    public IReadOnlyList<ClassScore>? Classes { get; init; }

    /// <summary>The text with its personal data masked, where the task finds some.</summary>
    public string? RedactedText { get; init; }

    public DocumentError? Error { get; init; }

    /// <summary>The service bills a transaction for every thousand characters.</summary>
    public int Transactions => Math.Max(1, (Characters + 999) / 1000);
}
