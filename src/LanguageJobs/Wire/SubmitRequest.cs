namespace LanguageJobs.Wire;

/// <summary>What starts a job: the same tasks for all of its documents.</summary>
internal sealed record SubmitRequest(string? DisplayName, IReadOnlyList<InputDocument> Documents, IReadOnlyList<InputTask> Tasks)
{
    public string[] DocumentIds => [.. Documents.Select(document => document.Id)];

    /// <summary>The projects whose models the tasks use, each once.</summary>
    public string[] Projects =>
        [.. Tasks.Select(task => task.Parameters.TryGetValue(InputTask.ProjectName, out var name) ? name as string : null).OfType<string>().Distinct()];
}
