namespace LanguageJobs.Emulator.Jobs;

/// <summary>A submitted job at one moment: what every dialect writes in its own way.</summary>
internal sealed record JobSnapshot(
    string Id,
    string? DisplayName,
    DateTimeOffset Created,
    DateTimeOffset Expires,
    string Status,
    JobProgress Progress,
    IReadOnlyList<TaskState> Tasks)
{
    public required DateTimeOffset LastUpdate { get; init; }

    public int Completed => Tasks.Count(task => task.Status == "succeeded");

    public int Failed => Tasks.Count(task => task.Status == "failed");

    /// <summary>Tasks that have not started count as in progress. The cancelled ones are in no counter but the total.</summary>
    public int InProgress => Tasks.Count(task => task.Status is null);

    /// <summary>What paging pages through: the documents of the listed tasks.</summary>
    public int Documents => Tasks.Where(task => task.Status is not null).Max(task => (int?)task.Outcome.Documents.Count) ?? 0;
}
