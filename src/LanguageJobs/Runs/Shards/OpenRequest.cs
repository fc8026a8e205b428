namespace LanguageJobs.Runs;

/// <summary>A request whose end the journal does not have yet.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Documents">Its documents.</param>
/// <param name="JobId">The job; null as long as the service has not said that it took the request.</param>
/// <param name="Location">The job's address.</param>
internal sealed record OpenRequest(int Number, IReadOnlyList<JournalDocument> Documents, string? JobId = null, string? Location = null);
