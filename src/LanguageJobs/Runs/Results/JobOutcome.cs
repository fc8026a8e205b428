namespace LanguageJobs.Runs;

/// <summary>Which documents of a finished job have no results, or not those of all tasks.</summary>
internal static class JobOutcome
{
    private const string NoResult = "NoResult";

    /// <param name="job">The job, whole.</param>
    /// <param name="documents">The documents that it was sent with.</param>
    /// <param name="tasks">How many tasks it was sent with.</param>
    public static IEnumerable<RefusedDocument> Refused(LanguageJob job, IReadOnlyList<JournalDocument> documents, int tasks)
    {
        var errors = new Dictionary<string, LanguageJobError>();
        foreach (var error in job.Tasks.SelectMany(task => task.Errors))
        {
            if (error.DocumentId is { } id && !errors.ContainsKey(id))
                errors.Add(id, error);
        }
        var answered = job.Tasks.Select(task => new HashSet<string?>(task.Documents.Select(document => document.DocumentId))).ToArray();
        foreach (var document in documents)
        {
            if (errors.TryGetValue(document.Id, out var error))
                yield return Of(document, job, error);
            else if (answered.Length < tasks || !Array.TrueForAll(answered, ids => ids.Contains(document.Id)))
                yield return Of(document, job, job.AllErrors.FirstOrDefault(other => other.DocumentId is null));
        }
    }

    private static RefusedDocument Of(JournalDocument document, LanguageJob job, LanguageJobError? error) => new(
        document.Id, error?.Code ?? NoResult, error?.Message ?? $"The job ended as '{job.Status}' and has no result for this document.")
    {
        Content = document.Content,
        JobId = job.JobId,
        TaskName = error?.TaskName,
        TaskKind = error?.TaskKind,
    };
}
