namespace LanguageJobs.Emulator.Jobs;

/// <summary>Why a task of a job failed.</summary>
internal sealed record JobError(string Code, string Message);
