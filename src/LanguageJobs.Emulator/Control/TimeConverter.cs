using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LanguageJobs.Emulator.Control;

/// <summary>Reads <c>"25h"</c>, <c>"500ms"</c> or a number of seconds, and writes seconds: <c>"90000s"</c>.</summary>
internal sealed class TimeConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        try
        {
            return TimeRange.Parse(reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan)).Minimum;
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan time, JsonSerializerOptions options) =>
        writer.WriteStringValue(((TimeRange)time).ToString());
}
