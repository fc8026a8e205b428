using System.Text.Json;

namespace LanguageJobs.Wire;

/// <summary>The Language API, 2022-05-01 and later: the version, a date, stands in the query of every address, and a task tells its kind.</summary>
internal sealed class LanguageDialect(string version, JobArea area) : ApiDialect(version, area)
{
    public const string Versions = @"^\d{4}-\d{2}-\d{2}(-preview)?\z";

    private const string Job = @"^(?<prefix>.*)/language/analyze-(text|(?<conversations>conversations))/jobs/(?<id>[^/:]+)/?\z";

    private const string VersionParameter = @"[?&]api-version=(?<version>[^&]+)";

    private string Jobs => Area == JobArea.Conversations ? "language/analyze-conversations/jobs" : "language/analyze-text/jobs";

    public override string SubmitPath => $"{Jobs}?api-version={Version}";

    public override string JobPath(string jobId) => $"{Jobs}/{Uri.EscapeDataString(jobId)}?api-version={Version}";

    public override string PagePath(string jobId, int pageSize, bool showStatistics) =>
        $"{JobPath(jobId)}&top={pageSize}{(showStatistics ? "&showStats=true" : "")}";

    public override string? CancelPath(string jobId) => $"{Jobs}/{Uri.EscapeDataString(jobId)}:cancel?api-version={Version}";

    public static JobLocation? ParseJob(Uri address)
    {
        if (Match(address.AbsolutePath, Job) is not { Success: true } job)
            return null;
        var version = Match(address.Query, VersionParameter) is { Success: true } match ? Uri.UnescapeDataString(match.Groups["version"].Value) : null;
        var area = job.Groups["conversations"].Success ? JobArea.Conversations : JobArea.AnalyzeText;
        return new JobLocation(job.Groups["prefix"].Value, area, version, Uri.UnescapeDataString(job.Groups["id"].Value));
    }

    protected override bool Has(JobArea area) => area is JobArea.AnalyzeText or JobArea.Conversations;

    // Summarization came with the previews of 2022 (abstractive at their end), and to stay with 2023-04-01 ([S]).
    public override bool HasKind(string kind) => kind switch
    {
        TaskKinds.ExtractiveSummarization => IsPreview || IsSince("2023-04-01"),
        TaskKinds.AbstractiveSummarization => IsPreview ? IsSince("2022-10-01") : IsSince("2023-04-01"),
        _ => true,
    };

    private bool IsPreview => Version.EndsWith("-preview", StringComparison.OrdinalIgnoreCase);

    private bool IsSince(string date) => string.CompareOrdinal(Version, 0, date, 0, date.Length) >= 0;

    protected override void WriteTasks(Utf8JsonWriter json, IReadOnlyList<InputTask> tasks)
    {
        json.WriteStartArray();
        foreach (var task in tasks)
        {
            json.WriteStartObject();
            json.WriteString("kind", task.Kind);
            if (task.Name is not null)
                json.WriteString("taskName", task.Name);
            WriteParameters(json, task);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
