using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LanguageJobs.Wire;

namespace LanguageJobs.Runs;

/// <summary>Tasks as JSON that is the same in every process: members of hashtables come in no certain order, here they are sorted.</summary>
internal static class TaskText
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IReadOnlyList<InputTask> tasks)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Options))
        {
            json.WriteStartArray();
            foreach (var task in tasks)
            {
                json.WriteStartObject();
                json.WriteString("kind", task.Kind);
                if (task.Name is not null)
                    json.WriteString("name", task.Name);
                json.WritePropertyName("parameters");
                ParameterWriter.Write(json, Sorted(task.Parameters));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static object Sorted(object value) => value switch
    {
        IReadOnlyDictionary<string, object> members => new SortedDictionary<string, object>(
            members.ToDictionary(member => member.Key, member => Sorted(member.Value)), StringComparer.Ordinal),
        IReadOnlyList<object> items => items.Select(Sorted).ToArray(),
        _ => value,
    };
}
