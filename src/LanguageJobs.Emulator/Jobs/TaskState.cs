namespace LanguageJobs.Emulator.Jobs;

/// <summary>A task at one moment.</summary>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Status">The service's word, or null while the task is under way: then it is not listed.</param>
/// <param name="LastUpdate">When it got there.</param>
internal sealed record TaskState(TaskOutcome Outcome, string? Status, DateTimeOffset LastUpdate);
