using System.Text.Json;
using System.Text.RegularExpressions;

namespace LanguageJobs.Wire;

/// <summary>
/// How one generation of the API is spoken to: its addresses and its requests. (Its answers need no such thing: <see cref="JobBody"/>
/// reads them all.) Paths are relative to the endpoint.
/// </summary>
internal abstract class ApiDialect(string version)
{
    /// <summary>The largest page that the service gives, in documents a task ([S], both generations).</summary>
    public const int LargestPage = 50;

    /// <summary>The smallest one, for those who want a job's state alone.</summary>
    public const int SmallestPage = 1;

    /// <summary>The API version, as it stands in an address.</summary>
    public string Version { get; } = version;

    /// <summary>The path to send new jobs to.</summary>
    public abstract string SubmitPath { get; }

    /// <summary>The path of a job, with the query that asks for a page of it.</summary>
    public abstract string JobPath(string jobId, int pageSize, bool showStatistics);

    /// <summary>The path that cancels a job; null where the API has none.</summary>
    public abstract string? CancelPath(string jobId);

    /// <summary>The body that starts a job.</summary>
    /// <exception cref="FormatException">This API version has no such tasks.</exception>
    public byte[] WriteRequest(SubmitRequest request)
    {
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
    /// <exception cref="FormatException">The version is neither v3.x nor a date.</exception>
    public static ApiDialect For(string version)
    {
        if (Match(version, TextAnalyticsDialect.Versions).Success)
            return new TextAnalyticsDialect(version);
        if (Match(version, LanguageDialect.Versions).Success)
            return new LanguageDialect(version);
        throw new FormatException(
            $"'{version}' is not an API version. Give v3.1 or v3.2-preview.2, or a dated version such as 2025-11-01 or 2025-11-15-preview.");
    }

    /// <summary>Takes a job's address apart: what stands before the API's path, the version, and the job's id.</summary>
    public static bool TryParse(Uri address, out string prefix, out string? version, out string jobId)
    {
        var match = Match(address.AbsolutePath, TextAnalyticsDialect.Job);
        if (!match.Success)
            match = Match(address.AbsolutePath, LanguageDialect.Job);
        prefix = match.Groups["prefix"].Value;
        jobId = Uri.UnescapeDataString(match.Groups["id"].Value);
        version = match.Groups["version"].Success
            ? match.Groups["version"].Value
            : LanguageDialect.VersionIn(address.Query);
        return match.Success;
    }

    protected abstract void WriteTasks(Utf8JsonWriter json, IReadOnlyList<InputTask> tasks);

    // The runtime keeps the patterns that were used; those that are not used are never built.
    protected static Match Match(string text, string pattern) =>
        Regex.Match(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

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
