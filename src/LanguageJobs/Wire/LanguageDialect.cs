using System.Text.Json;

namespace LanguageJobs.Wire;

/// <summary>The Language API, 2022-05-01 and later: the version, a date, stands in the query of every address, and a task tells its kind.</summary>
internal sealed class LanguageDialect(string version) : ApiDialect(version)
{
    public const string Versions = @"^\d{4}-\d{2}-\d{2}(-preview)?\z";

    public const string Job = @"^(?<prefix>.*)/language/analyze-text/jobs/(?<id>[^/:]+)/?\z";

    private const string VersionParameter = @"[?&]api-version=(?<version>[^&]+)";

    public override string SubmitPath => $"language/analyze-text/jobs?api-version={Version}";

    public override string JobPath(string jobId, int pageSize, bool showStatistics) =>
        $"language/analyze-text/jobs/{Uri.EscapeDataString(jobId)}?api-version={Version}&top={pageSize}{(showStatistics ? "&showStats=true" : "")}";

    public override string? CancelPath(string jobId) => $"language/analyze-text/jobs/{Uri.EscapeDataString(jobId)}:cancel?api-version={Version}";

    public static string? VersionIn(string query) =>
        Match(query, VersionParameter) is { Success: true } match ? Uri.UnescapeDataString(match.Groups["version"].Value) : null;

    protected override void WriteTasks(Utf8JsonWriter json, IReadOnlyList<InputTask> tasks)
    {
        json.WriteStartArray();
        foreach (var task in tasks)
        {
            json.WriteStartObject();
            json.WriteString("kind", task.Kind);
            if (task.Name is not null)
                json.WriteString("taskName", task.Name);
            json.WriteStartObject("parameters");
            json.WriteString("projectName", task.ProjectName);
            json.WriteString("deploymentName", task.DeploymentName);
            if (task.LoggingOptOut)
                json.WriteBoolean("loggingOptOut", true);
            if (task.Kind == TaskKinds.CustomEntityRecognition)
                json.WriteString("stringIndexType", task.StringIndexType.ToString());
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
