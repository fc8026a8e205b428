using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>What became of a task: one outcome for each document in the order they were sent, or an error.</summary>
internal sealed record TaskOutcome(SubmittedTask Task, IReadOnlyList<DocumentOutcome> Documents)
{
    public JobError? Error { get; init; }
}
