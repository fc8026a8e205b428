namespace LanguageJobs.Runs;

/// <summary>A document on a line of a journal.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Content">The hash of its content; 0 where the line does not need it.</param>
/// <param name="Code">Why it was refused; null where it was not.</param>
internal sealed record JournalDocument(string Id, ulong Content, string? Code = null);
