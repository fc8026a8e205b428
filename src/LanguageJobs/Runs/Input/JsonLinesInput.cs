using System.Text.Json;
using LanguageJobs.Service;
using LanguageJobs.Storage;

namespace LanguageJobs.Runs;

/// <summary>Documents in JSON lines: each line is an object with <c>text</c>, and it may have <c>id</c> and <c>language</c>.</summary>
internal static class JsonLinesInput
{
    // A text may have a megabyte, and every byte of it may be escaped.
    private const int LongestLine = 8 * 1024 * 1024;

    public static IEnumerable<RunDocument> Read(string path, Action<long> at)
    {
        using var lines = new LineReader(InputFile.Open(path), LongestLine);
        var position = 0L;
        while (lines.Read())
        {
            position += lines.Line.Length + 1;
            if (!InputFile.IsBlank(lines.Line))
                yield return Document(lines, $"{Path.GetFileName(path)}:{lines.Number}");
            at(position);
        }
    }

    // A line that is no document has an id all the same: the place where it stands.
    private static RunDocument Document(LineReader lines, string place)
    {
        string? id = null, text = null, language = null;
        try
        {
            if (lines.IsTooLong)
                throw new FormatException("it is too long");
            var json = new Utf8JsonReader(InputFile.WithoutMark(lines));
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                throw new FormatException("a line must be a JSON object");
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.GetString()!;
                json.Read();
                if (Is(name, "text"))
                    text = Text(ref json, name);
                else if (Is(name, "id") || Is(name, "documentId"))
                    id ??= Text(ref json, name);
                else if (Is(name, "language"))
                    language = Text(ref json, name);
                else
                    json.Skip();
            }
            if (json.Read())
                throw new FormatException("something follows the JSON object");
            if (text is null)
                throw new FormatException("the object has no text");
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            var reason = e is FormatException ? e.Message : "it is not valid JSON in UTF-8";
            return new RunDocument(id ?? place, null, () => throw new DocumentRefusedException(
                DocumentRefusal.InvalidDocument, $"The line at {place} is not a document: {reason}.", e));
        }
        return new RunDocument(id is { Length: > 0 } ? id : place, language is { Length: > 0 } ? language : null, () => text);
    }

    private static bool Is(string name, string known) => name.Equals(known, StringComparison.OrdinalIgnoreCase);

    private static string? Text(ref Utf8JsonReader json, string name) => json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => json.GetString(),
        JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(json.ValueSpan.ToArray()),
        _ => throw new FormatException($"{name} must be one value"),
    };
}
