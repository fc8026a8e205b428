using System.Text.Json;

namespace LanguageJobs.Runs;

/// <summary>A line of a shard's journal as JSON. Members that say nothing are left out.</summary>
internal static class JournalLine
{
    /// <summary>Writes a line with its line break.</summary>
    public static void Write(Stream stream, JournalEntry entry)
    {
        using (var json = new Utf8JsonWriter(stream, TaskText.Options))
        {
            json.WriteStartObject();
            json.WriteString("event"u8, Word(entry.Event));
            json.WriteString("at"u8, entry.At.UtcDateTime);
            Write(json, "request"u8, entry.Request);
            Write(json, "holder"u8, entry.Holder);
            Write(json, "jobId"u8, entry.JobId);
            Write(json, "location"u8, entry.Location);
            Write(json, "code"u8, entry.Code);
            Write(json, "count"u8, entry.Count);
            Write(json, "part"u8, entry.Part);
            Write(json, "partLength"u8, entry.PartLength);
            Write(json, "errorsLength"u8, entry.ErrorsLength);
            if (entry.Documents.Count > 0)
                Write(json, entry.Documents);
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads a line.</summary>
    /// <returns>What it says; null for a line that is torn or foreign.</returns>
    public static JournalEntry? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            return json.Read() && json.TokenType == JsonTokenType.StartObject ? Read(ref json) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private static JournalEntry? Read(ref Utf8JsonReader json)
    {
        var what = JournalEvent.Unknown;
        var request = 0;
        var part = 0;
        long count = 0, partLength = 0, errorsLength = 0;
        DateTimeOffset? at = null;
        string? holder = null, jobId = null, location = null, code = null;
        IReadOnlyList<JournalDocument> documents = [];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref json, "event"u8)) Enum.TryParse(json.GetString(), ignoreCase: true, out what);
            else if (Is(ref json, "at"u8)) at = json.GetDateTimeOffset();
            else if (Is(ref json, "request"u8)) request = json.GetInt32();
            else if (Is(ref json, "holder"u8)) holder = json.GetString();
            else if (Is(ref json, "jobId"u8)) jobId = json.GetString();
            else if (Is(ref json, "location"u8)) location = json.GetString();
            else if (Is(ref json, "code"u8)) code = json.GetString();
            else if (Is(ref json, "count"u8)) count = json.GetInt64();
            else if (Is(ref json, "part"u8)) part = json.GetInt32();
            else if (Is(ref json, "partLength"u8)) partLength = json.GetInt64();
            else if (Is(ref json, "errorsLength"u8)) errorsLength = json.GetInt64();
            else if (Is(ref json, "documents"u8)) documents = ReadDocuments(ref json);
            else json.Skip();
        }
        // Two lines that were written into one another must not pass for one.
        if (json.TokenType != JsonTokenType.EndObject || json.Read() || at is null)
            return null;
        return new JournalEntry(what, at.Value)
        {
            Request = request,
            Holder = holder,
            JobId = jobId,
            Location = location,
            Code = code,
            Count = count,
            Part = part,
            PartLength = partLength,
            ErrorsLength = errorsLength,
            Documents = documents,
        };
    }

    // [["id", "hash"], ["id", "hash", "code"], …]: a journal has a million of them.
    private static void Write(Utf8JsonWriter json, IReadOnlyList<JournalDocument> documents)
    {
        json.WriteStartArray("documents"u8);
        foreach (var document in documents)
        {
            json.WriteStartArray();
            json.WriteStringValue(document.Id);
            json.WriteStringValue(Hex.Of(document.Content));
            if (document.Code is not null)
                json.WriteStringValue(document.Code);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static List<JournalDocument> ReadDocuments(ref Utf8JsonReader json)
    {
        var documents = new List<JournalDocument>(capacity: 25);
        Require(json.TokenType == JsonTokenType.StartArray);
        while (json.Read() && json.TokenType == JsonTokenType.StartArray)
        {
            json.Read();
            var id = json.GetString()!;
            json.Read();
            Require(Hex.TryParse(json.GetString(), out var content));
            json.Read();
            var code = json.TokenType == JsonTokenType.String ? json.GetString() : null;
            if (code is not null)
                json.Read();
            Require(json.TokenType == JsonTokenType.EndArray);
            documents.Add(new JournalDocument(id, content, code));
        }
        return documents;
    }

    private static void Require(bool condition)
    {
        if (!condition)
            throw new FormatException();
    }

    // Goes on to the member's value where the name is this one.
    private static bool Is(ref Utf8JsonReader json, ReadOnlySpan<byte> name) => json.ValueTextEquals(name) && json.Read();

    private static string Word(JournalEvent value) => value.ToString().ToLowerInvariant();

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, long value)
    {
        if (value != 0)
            json.WriteNumber(name, value);
    }
}
