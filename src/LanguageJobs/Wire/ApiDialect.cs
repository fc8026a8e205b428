using System.Text.Json;
using System.Text.RegularExpressions;

namespace LanguageJobs.Wire;

/// <summary>
/// How one generation of the API is spoken to: its addresses and its requests. (Its answers need no such thing: <see cref="JobBody"/>
/// reads them all.) Paths are relative to the endpoint.
/// </summary>
internal abstract class ApiDialect(string version, JobArea area)
{
    /// <summary>The largest page that the service gives, in documents a task ([S], both generations).</summary>
    public const int LargestPage = 50;

    /// <summary>The smallest one, for those who want a job's state alone.</summary>
    public const int SmallestPage = 1;

    /// <summary>The API version, as it stands in an address.</summary>
    public string Version { get; } = version;

    /// <summary>The part of the API whose addresses these are.</summary>
    protected JobArea Area { get; } = area;

    /// <summary>The path to send new jobs to.</summary>
    public abstract string SubmitPath { get; }

    /// <summary>The path of a job: its operation location.</summary>
    public abstract string JobPath(string jobId);

    /// <summary>The path of a job, with the query that asks for a page of it.</summary>
    public abstract string PagePath(string jobId, int pageSize, bool showStatistics);

    /// <summary>The path that cancels a job; null where the API has none.</summary>
    public abstract string? CancelPath(string jobId);

    /// <summary>True when jobs of this API version can have tasks of a kind.</summary>
    public abstract bool HasKind(string kind);

    /// <summary>The body that starts a job.</summary>
    /// <exception cref="FormatException">This API version has no such tasks.</exception>
    public byte[] WriteRequest(SubmitRequest request)
    {
        if (request.Tasks.FirstOrDefault(task => !HasKind(task.Kind)) is { } task)
            throw new FormatException($"API version {Version} has no {task.Kind} tasks. Use {string.Join(" or ", ApiVersions.CandidatesWith([task]))}.");
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = InputDocument.Encoder }))
        {
            json.WriteStartObject();
            if (request.DisplayName is not null)
                json.WriteString("displayName", request.DisplayName);
            WriteDocuments(json, request.Documents);
            json.WritePropertyName("tasks");
            WriteTasks(json, request.Tasks);
            json.WriteEndObject();
        }
        return body.ToArray();
    }

    /// <summary>The dialect that an API version speaks.</summary>
    /// <exception cref="FormatException">The version is neither v3.x nor a date, or does not have the area.</exception>
    public static ApiDialect For(string version, JobArea area = JobArea.AnalyzeText)
    {
        ApiDialect dialect = Match(version, TextAnalyticsDialect.Versions).Success ? new TextAnalyticsDialect(version, area)
            : Match(version, LanguageDialect.Versions).Success ? new LanguageDialect(version, area)
            : throw new FormatException(
                $"'{version}' is not an API version. Give {ApiVersions.Auto}, v3.1 or v3.2-preview.2, or a dated version such as 2025-11-01 or 2025-11-15-preview.");
        return dialect.Has(area) ? dialect : throw new FormatException($"API version {version} has no {area} jobs.");
    }

    /// <summary>Takes a job's address apart; null when it is the address of something else.</summary>
    public static JobLocation? Parse(Uri address) => TextAnalyticsDialect.ParseJob(address) ?? LanguageDialect.ParseJob(address);

    protected abstract bool Has(JobArea area);

    protected abstract void WriteTasks(Utf8JsonWriter json, IReadOnlyList<InputTask> tasks);

    // The runtime keeps the patterns that were used; those that are not used are never built.
    protected static Match Match(string text, string pattern) =>
        Regex.Match(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Writes a task's parameters, each under the name and with the value that this API version wants.</summary>
    protected void WriteParameters(Utf8JsonWriter json, InputTask task)
    {
        json.WriteStartObject("parameters");
        foreach (var parameter in task.Parameters)
        {
            json.WritePropertyName(NameOf(parameter.Key));
            ParameterWriter.Write(json, ValueOf(parameter.Key, parameter.Value));
        }
        json.WriteEndObject();
    }

    protected virtual string NameOf(string parameter) => parameter;

    protected virtual object ValueOf(string parameter, object value) => value;

    private static void WriteDocuments(Utf8JsonWriter json, IReadOnlyList<InputDocument> documents)
    {
        json.WriteStartObject("analysisInput");
        json.WriteStartArray("documents");
        foreach (var document in documents)
        {
            json.WriteStartObject();
            json.WriteString("id", document.Id);
            json.WriteString("text", document.Text);
            if (document.Language is not null)
                json.WriteString("language", document.Language);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
