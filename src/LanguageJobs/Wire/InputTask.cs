namespace LanguageJobs.Wire;

/// <summary>A task as it goes into a request.</summary>
/// <param name="Kind">One of <see cref="TaskKinds.Startable"/>.</param>
/// <param name="Name">Its name; null for none.</param>
/// <param name="Parameters">Its parameters under the names of the dated versions: strings, numbers, booleans, lists and dictionaries of these.</param>
internal sealed record InputTask(string Kind, string? Name, IReadOnlyDictionary<string, object> Parameters)
{
    public const string ProjectName = "projectName";
    public const string DeploymentName = "deploymentName";
    public const string ModelVersion = "modelVersion";
    public const string LoggingOptOut = "loggingOptOut";
    public const string StringIndexType = "stringIndexType";
}
