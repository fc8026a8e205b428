namespace LanguageJobs.Labels;

/// <summary>Two results for one document, of which only one counts.</summary>
internal sealed class DuplicateDocumentException(string labelled, (string DocumentId, string? JobId) first, (string DocumentId, string? JobId) second)
    : Exception(Describe(labelled, first, second))
{
    private static string Describe(string labelled, (string DocumentId, string? JobId) first, (string DocumentId, string? JobId) second)
    {
        if (first.DocumentId != second.DocumentId)
            return $"Documents '{first.DocumentId}'{Of(first.JobId)} and '{second.DocumentId}'{Of(second.JobId)} both match the document '{labelled}'.";
        return first.JobId == second.JobId
            ? $"Document '{first.DocumentId}' has results twice{Of(first.JobId)}. It can be scored only once."
            : $"Document '{first.DocumentId}' has results from two jobs, {first.JobId ?? "one without an id"} and {second.JobId ?? "one without an id"}.";
    }

    private static string Of(string? jobId) => jobId is null ? "" : $" in job {jobId}";
}
