namespace LanguageJobs.Emulator.Jobs;

/// <summary>Why a document failed; the outer code is always <c>InvalidArgument</c>.</summary>
internal sealed record DocumentError(string InnerCode, string InnerMessage);
