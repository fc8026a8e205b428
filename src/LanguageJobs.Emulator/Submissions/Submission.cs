namespace LanguageJobs.Emulator.Submissions;

/// <summary>A request for a job, checked and accepted.</summary>
internal sealed record Submission(string? DisplayName, IReadOnlyList<SubmittedDocument> Documents, IReadOnlyList<SubmittedTask> Tasks);
