using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using LanguageJobs.Emulator.Faults;

namespace LanguageJobs.Emulator.Control;

/// <summary>Reads and writes <c>"503"</c>, <c>503</c> or <c>"cut"</c>.</summary>
internal sealed class FaultKindConverter : JsonConverter<FaultKinds>
{
    public override FaultKinds Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        try
        {
            return FaultNames.Parse(reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan));
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, FaultKinds kind, JsonSerializerOptions options) =>
        writer.WriteStringValue(FaultNames.Of(kind));

    public override FaultKinds ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        Read(ref reader, type, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, FaultKinds kind, JsonSerializerOptions options) =>
        writer.WritePropertyName(FaultNames.Of(kind));
}
