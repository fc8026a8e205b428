using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace LanguageJobs.Emulator.CommandLine;

/// <summary>One event as one line, for people or for programs.</summary>
internal static class LogLine
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(LogLevel level, string message, Exception? exception)
    {
        var name = level switch { LogLevel.Information => "", LogLevel.Warning => "warning: ", _ => "error: " };
        return string.Create(CultureInfo.InvariantCulture, $"{DateTime.Now:HH:mm:ss.fff} {name}{message}{exception?.ToString().Insert(0, " ")}").ReplaceLineEndings(" ");
    }

    public static string Json(LogLevel level, string message, IEnumerable<KeyValuePair<string, object?>>? values, Exception? exception)
    {
        var line = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(line, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("time", DateTime.UtcNow);
            writer.WriteString("level", level.ToString().ToLowerInvariant());
            writer.WriteString("message", message);
            // The event's own template is among its values.
            foreach (var (name, value) in (values ?? []).Where(pair => pair.Key is not ("{OriginalFormat}" or "Message")))
            {
                writer.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(name));
                JsonSerializer.Serialize(writer, value);
            }
            if (exception is not null)
                writer.WriteString("exception", exception.ToString());
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(line.WrittenSpan);
    }
}
