namespace LanguageJobs.Wire;

/// <summary>A custom task as it goes into a request.</summary>
internal sealed record InputTask(
    string Kind, string ProjectName, string DeploymentName, string? Name, StringIndexType StringIndexType, bool LoggingOptOut);
