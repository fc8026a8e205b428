using System.Text.Json;
using System.Text.Json.Serialization;

namespace LanguageJobs.Emulator.Control;

/// <summary>Reads a body that is given as text, or as JSON to be sent as it stands.</summary>
internal sealed class TextOrJsonConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : JsonElement.ParseValue(ref reader).GetRawText();

    public override void Write(Utf8JsonWriter writer, string body, JsonSerializerOptions options) => writer.WriteStringValue(body);
}
