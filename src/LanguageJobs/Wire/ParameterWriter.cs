using System.Text.Json;

namespace LanguageJobs.Wire;

/// <summary>Writes the parameters of a task as JSON.</summary>
internal static class ParameterWriter
{
    public static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case IReadOnlyDictionary<string, object> members:
                json.WriteStartObject();
                foreach (var member in members)
                {
                    json.WritePropertyName(member.Key);
                    Write(json, member.Value);
                }
                json.WriteEndObject();
                break;
            case IReadOnlyList<object> items:
                json.WriteStartArray();
                foreach (var item in items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A parameter cannot be of type {value.GetType()}.", nameof(value));
        }
    }
}
