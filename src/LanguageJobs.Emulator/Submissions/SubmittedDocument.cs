namespace LanguageJobs.Emulator.Submissions;

/// <summary>A document as it was sent.</summary>
internal sealed record SubmittedDocument(string Id, string Text, string? Language);
