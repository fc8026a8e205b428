namespace LanguageJobs.Labels;

/// <summary>What the service wants to know of a project that it imports.</summary>
/// <param name="ProjectName">The project's name.</param>
/// <param name="StorageInputContainerName">The container with the texts.</param>
/// <param name="Language">The language of the texts, for example <c>en-us</c>.</param>
internal sealed record AzureProjectSettings(string ProjectName, string StorageInputContainerName, string Language);
