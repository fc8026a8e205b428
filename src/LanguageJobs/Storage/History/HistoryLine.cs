using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LanguageJobs.Storage;

/// <summary>A line of the history as JSON. Members that are null or false are left out; those of newer versions are kept.</summary>
internal static class HistoryLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a line with its line break.</summary>
    public static void Write(Stream stream, RememberedJob job)
    {
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("jobId"u8, job.JobId);
            json.WriteString("at"u8, job.At.UtcDateTime);
            Write(json, "created"u8, job.Created);
            Write(json, "updated"u8, job.Updated);
            Write(json, "expires"u8, job.Expires);
            Write(json, "status"u8, job.Status);
            Write(json, "displayName"u8, job.DisplayName);
            Write(json, "endpoint"u8, job.Endpoint);
            Write(json, "apiVersion"u8, job.ApiVersion);
            Write(json, "location"u8, job.Location);
            Write(json, "kinds"u8, job.Kinds);
            Write(json, "projects"u8, job.Projects);
            Write(json, "documents"u8, job.DocumentCount);
            Write(json, "completed"u8, job.Completed);
            Write(json, "failed"u8, job.Failed);
            Write(json, "inProgress"u8, job.InProgress);
            Write(json, "total"u8, job.Total);
            Write(json, "exportedTo"u8, job.ExportedTo);
            if (job.Skew is { } skew)
                json.WriteNumber("skew"u8, skew.TotalSeconds);
            Write(json, "accepted"u8, job.IsAccepted);
            Write(json, "read"u8, job.IsRead);
            Write(json, "purged"u8, job.IsPurged);
            Write(json, "forgotten"u8, job.IsForgotten);
            foreach (var member in job.Others ?? new Dictionary<string, string>())
            {
                json.WritePropertyName(member.Key);
                json.WriteRawValue(member.Value);
            }
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads a line.</summary>
    /// <returns>The job; null for a line that is torn or foreign.</returns>
    public static RememberedJob? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            return json.Read() && json.TokenType == JsonTokenType.StartObject ? Read(ref json, line) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private static RememberedJob? Read(ref Utf8JsonReader json, ReadOnlySpan<byte> line)
    {
        string? jobId = null, status = null, displayName = null, endpoint = null, apiVersion = null, location = null, exportedTo = null;
        DateTimeOffset? at = null, created = null, updated = null, expires = null;
        string[]? kinds = null, projects = null;
        int? documents = null, completed = null, failed = null, inProgress = null, total = null;
        TimeSpan? skew = null;
        bool accepted = false, read = false, purged = false, forgotten = false;
        Dictionary<string, string>? others = null;

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref json, "jobId"u8)) jobId = json.GetString();
            else if (Is(ref json, "at"u8)) at = json.GetDateTimeOffset();
            else if (Is(ref json, "created"u8)) created = json.GetDateTimeOffset();
            else if (Is(ref json, "updated"u8)) updated = json.GetDateTimeOffset();
            else if (Is(ref json, "expires"u8)) expires = json.GetDateTimeOffset();
            else if (Is(ref json, "status"u8)) status = json.GetString();
            else if (Is(ref json, "displayName"u8)) displayName = json.GetString();
            else if (Is(ref json, "endpoint"u8)) endpoint = json.GetString();
            else if (Is(ref json, "apiVersion"u8)) apiVersion = json.GetString();
            else if (Is(ref json, "location"u8)) location = json.GetString();
            else if (Is(ref json, "kinds"u8)) kinds = Strings(ref json);
            else if (Is(ref json, "projects"u8)) projects = Strings(ref json);
            else if (Is(ref json, "documents"u8)) documents = json.GetInt32();
            else if (Is(ref json, "completed"u8)) completed = json.GetInt32();
            else if (Is(ref json, "failed"u8)) failed = json.GetInt32();
            else if (Is(ref json, "inProgress"u8)) inProgress = json.GetInt32();
            else if (Is(ref json, "total"u8)) total = json.GetInt32();
            else if (Is(ref json, "exportedTo"u8)) exportedTo = json.GetString();
            else if (Is(ref json, "skew"u8)) skew = TimeSpan.FromSeconds(json.GetDouble());
            else if (Is(ref json, "accepted"u8)) accepted = json.GetBoolean();
            else if (Is(ref json, "read"u8)) read = json.GetBoolean();
            else if (Is(ref json, "purged"u8)) purged = json.GetBoolean();
            else if (Is(ref json, "forgotten"u8)) forgotten = json.GetBoolean();
            else KeepOther(ref json, line, others ??= []);
        }
        // Two lines that were written into each other must not be read as one.
        if (json.TokenType != JsonTokenType.EndObject || json.Read() || jobId is not { Length: > 0 } || at is null)
            return null;
        return new RememberedJob(jobId, at.Value)
        {
            Created = created,
            Updated = updated,
            Expires = expires,
            Status = status,
            DisplayName = displayName,
            Endpoint = endpoint,
            ApiVersion = apiVersion,
            Location = location,
            Kinds = kinds,
            Projects = projects,
            DocumentCount = documents,
            Completed = completed,
            Failed = failed,
            InProgress = inProgress,
            Total = total,
            ExportedTo = exportedTo,
            Skew = skew,
            IsAccepted = accepted,
            IsRead = read,
            IsPurged = purged,
            IsForgotten = forgotten,
            Others = others,
        };
    }

    // Goes on to the member's value where the name is this one.
    private static bool Is(ref Utf8JsonReader json, ReadOnlySpan<byte> name) => json.ValueTextEquals(name) && json.Read();

    private static string[] Strings(ref Utf8JsonReader json)
    {
        var strings = new List<string>();
        if (json.TokenType != JsonTokenType.StartArray)
            throw new FormatException();
        while (json.Read() && json.TokenType == JsonTokenType.String)
            strings.Add(json.GetString()!);
        return [.. strings];
    }

    private static void KeepOther(ref Utf8JsonReader json, ReadOnlySpan<byte> line, Dictionary<string, string> others)
    {
        var name = json.GetString()!;
        json.Read();
        var start = (int)json.TokenStartIndex;
        json.Skip();
        others[name] = Encoding.UTF8.GetString(line.Slice(start, (int)json.BytesConsumed - start).ToArray());
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time)
            json.WriteString(name, time.UtcDateTime);
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool value)
    {
        if (value)
            json.WriteBoolean(name, value);
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, string[]? values)
    {
        if (values is null)
            return;
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
