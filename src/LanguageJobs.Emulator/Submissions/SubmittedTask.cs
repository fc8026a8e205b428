namespace LanguageJobs.Emulator.Submissions;

/// <summary>A task as it was sent.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name, where one was sent.</param>
/// <param name="ProjectName">The project to ask.</param>
/// <param name="DeploymentName">The deployment to ask.</param>
/// <param name="StringIndexType">What offsets count.</param>
internal sealed record SubmittedTask(
    TaskKind Kind, string? Name, string ProjectName, string DeploymentName, StringIndexType StringIndexType);
