namespace LanguageJobs.Wire;

/// <summary>What starts a job: the same tasks for all of its documents.</summary>
internal sealed record SubmitRequest(string? DisplayName, IReadOnlyList<InputDocument> Documents, IReadOnlyList<InputTask> Tasks)
{
    public string[] DocumentIds => [.. Documents.Select(document => document.Id)];
}
