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

    // The tasks for texts; a health job has an address of its own ([S]).
    public override bool HasKind(string kind) => kind switch
    {
        TaskKinds.EntityRecognition or TaskKinds.PiiEntityRecognition or TaskKinds.EntityLinking or TaskKinds.KeyPhraseExtraction or TaskKinds.SentimentAnalysis => true,
        TaskKinds.ExtractiveSummarization => Is("v3.2-preview.1") || Is("v3.2-preview.2"),
        _ => TaskKinds.IsCustom(kind) && Is("v3.2-preview.2"),
    };

    protected override void WriteTasks(Utf8JsonWriter json, IReadOnlyList<InputTask> tasks)
    {
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

    protected override string NameOf(string parameter) => parameter switch
    {
        InputTask.ProjectName => "project-name",
        InputTask.DeploymentName => "deployment-name",
        InputTask.ModelVersion => "model-version",
        _ => parameter,
    };

    // Without the s that later versions have.
    protected override object ValueOf(string parameter, object value) =>
        parameter == InputTask.StringIndexType && value is nameof(StringIndexType.TextElements_v8) ? "TextElement_v8" : value;

    private bool Is(string version) => Version.Equals(version, StringComparison.OrdinalIgnoreCase);

    private void WriteTask(Utf8JsonWriter json, InputTask task)
    {
        json.WriteStartObject();
        WriteParameters(json, task);
        if (task.Name is not null)
            json.WriteString("taskName", task.Name);
        json.WriteEndObject();
    }

    private static string ListName(string kind) => kind switch
    {
        TaskKinds.CustomEntityRecognition => "customEntityRecognitionTasks",
        TaskKinds.CustomSingleLabelClassification => "customSingleClassificationTasks",
        TaskKinds.CustomMultiLabelClassification => "customMultiClassificationTasks",
        TaskKinds.EntityRecognition => "entityRecognitionTasks",
        TaskKinds.PiiEntityRecognition => "entityRecognitionPiiTasks",
        TaskKinds.EntityLinking => "entityLinkingTasks",
        TaskKinds.KeyPhraseExtraction => "keyPhraseExtractionTasks",
        TaskKinds.SentimentAnalysis => "sentimentAnalysisTasks",
        TaskKinds.ExtractiveSummarization => "extractiveSummarizationTasks",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
