namespace LanguageJobs;

/// <summary>What every row of one task shares.</summary>
internal sealed class TaskIdentity(JobIdentity job)
{
    public JobIdentity Job { get; } = job;

    public string Kind { get; set; } = "";

    public string? Name { get; set; }
}
