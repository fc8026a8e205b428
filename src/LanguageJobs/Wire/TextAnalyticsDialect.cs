using System.Text.Json;

namespace LanguageJobs.Wire;

/// <summary>
/// Text Analytics v3.x: the version stands in the path, page parameters begin with a dollar sign, tasks are listed by kind,
/// and names in a request have hyphens.
/// </summary>
internal sealed class TextAnalyticsDialect(string version, JobArea area) : ApiDialect(version, area)
{
    public const string Versions = @"^v3\.\d+(-preview\.\d+)?\z";

    private const string Job = @"^(?<prefix>.*)/text/analytics/(?<version>v3\.[^/]+)/(analyze|(?<health>entities/health))/jobs/(?<id>[^/:]+)/?\z";

    // The first version with custom tasks, and the only one.
    private const string CustomVersion = "v3.2-preview.2";

    private string Operation => Area == JobArea.Health ? $"text/analytics/{Version}/entities/health" : $"text/analytics/{Version}/analyze";

    public override string SubmitPath => Operation;

    public override string JobPath(string jobId) => $"{Operation}/jobs/{Uri.EscapeDataString(jobId)}";

    public override string PagePath(string jobId, int pageSize, bool showStatistics) =>
        $"{JobPath(jobId)}?$top={pageSize}{(showStatistics ? "&showStats=true" : "")}";

    public override string? CancelPath(string jobId) => null;

    public static JobLocation? ParseJob(Uri address)
    {
        if (Match(address.AbsolutePath, Job) is not { Success: true } job)
            return null;
        var area = job.Groups["health"].Success ? JobArea.Health : JobArea.AnalyzeText;
        return new JobLocation(job.Groups["prefix"].Value, area, job.Groups["version"].Value, Uri.UnescapeDataString(job.Groups["id"].Value));
    }

    protected override bool Has(JobArea area) => area is JobArea.AnalyzeText or JobArea.Health;

    protected override void WriteTasks(Utf8JsonWriter json, IReadOnlyList<InputTask> tasks)
    {
        if (!Version.Equals(CustomVersion, StringComparison.OrdinalIgnoreCase))
            throw new FormatException($"API version {Version} has no custom tasks: {CustomVersion} has, and every dated version.");
        json.WriteStartObject();
        foreach (var list in tasks.GroupBy(task => ListName(task.Kind)))
        {
            json.WriteStartArray(list.Key);
            foreach (var task in list)
                WriteTask(json, task);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteTask(Utf8JsonWriter json, InputTask task)
    {
        json.WriteStartObject();
        json.WriteStartObject("parameters");
        json.WriteString("project-name", task.ProjectName);
        json.WriteString("deployment-name", task.DeploymentName);
        if (task.LoggingOptOut)
            json.WriteBoolean("loggingOptOut", true);
        if (task.Kind == TaskKinds.CustomEntityRecognition)
            json.WriteString("stringIndexType", Name(task.StringIndexType));
        json.WriteEndObject();
        if (task.Name is not null)
            json.WriteString("taskName", task.Name);
        json.WriteEndObject();
    }

    private static string ListName(string kind) => kind switch
    {
        TaskKinds.CustomSingleLabelClassification => "customSingleClassificationTasks",
        TaskKinds.CustomMultiLabelClassification => "customMultiClassificationTasks",
        _ => "customEntityRecognitionTasks",
    };

    // Without the s that later versions have.
    private static string Name(StringIndexType unit) => unit == StringIndexType.TextElements_v8 ? "TextElement_v8" : unit.ToString();
}
