namespace LanguageJobs;

/// <summary>What every row of one document shares.</summary>
internal sealed class DocumentIdentity(TaskIdentity task)
{
    public TaskIdentity Task { get; set; } = task;

    public string? DocumentId { get; set; }
}
