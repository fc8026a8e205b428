namespace LanguageJobs.Emulator.Submissions;

/// <summary>A task as it was sent.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name, where one was sent.</param>
/// <param name="StringIndexType">What offsets count.</param>
internal sealed record SubmittedTask(TaskKind Kind, string? Name, StringIndexType StringIndexType)
{
    /// <summary>The project to ask; empty for prebuilt kinds.</summary>
    public string ProjectName { get; init; } = "";

    /// <summary>The deployment to ask; empty for prebuilt kinds.</summary>
    public string DeploymentName { get; init; } = "";

    /// <summary>The categories of personal data to find; none means all.</summary>
    public IReadOnlyList<string> PiiCategories { get; init; } = [];
}
