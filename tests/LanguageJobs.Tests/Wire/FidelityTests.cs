using System.Text.Json;
using System.Text.Json.Nodes;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Wire;

/// <summary>Nothing that the service says about a document is lost: it can be written again from what was read.</summary>
public class FidelityTests
{
    public static TheoryData<string> Names => Shapes.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_document_can_be_rebuilt_from_its_properties(string shape) => Assert.NotEqual(0, Check(Shapes.Bytes(shape)));

    /// <summary>Rebuilds the documents of a body; how many there are.</summary>
    internal static int Check(byte[] utf8)
    {
        using var body = JsonDocument.Parse(utf8);
        var originals = Documents(body.RootElement).ToArray();
        var documents = JobBody.Read(utf8, new StringPool()).Job.Tasks.SelectMany(task => task.Documents).ToArray();

        Assert.Equal(originals.Length, documents.Length);
        foreach (var (original, document) in originals.Zip(documents))
        {
            var rebuilt = Rebuild(original, document.AdditionalProperties, name => Node(document, name, original));
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(original.GetRawText()), rebuilt), $"{original}\n{rebuilt}");
        }
        return originals.Length;
    }

    // What stands in a body for a document: in the results of a task, or of a health job.
    private static IEnumerable<JsonElement> Documents(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => member.Name is "documents" or "conversations" ? member.Value.EnumerateArray() : Documents(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Documents),
        _ => [],
    };

    // Members that are kept raw are held to the original byte for byte; for the others the typed property is asked.
    private static JsonObject Rebuild(JsonElement original, IReadOnlyDictionary<string, string>? kept, Func<string, JsonNode?> typed)
    {
        var names = original.EnumerateObject().Select(member => member.Name).ToArray();
        Assert.Empty((kept?.Keys ?? []).Except(names));
        return new JsonObject(original.EnumerateObject().Select(member =>
        {
            if (kept is null || !kept.TryGetValue(member.Name, out var raw))
                return KeyValuePair.Create(member.Name, typed(member.Name));
            Assert.Equal(member.Value.GetRawText(), raw);
            return KeyValuePair.Create(member.Name, JsonNode.Parse(raw));
        }));
    }

    private static JsonNode? Node(LanguageDocument document, string name, JsonElement original) => name switch
    {
        "id" => document.DocumentId,
        "redactedText" => document.RedactedText,
        "entities" => Array(original.GetProperty(name).EnumerateArray().Zip(document.Entities, (element, entity) =>
            (JsonNode?)Rebuild(element, entity.AdditionalProperties, member => Node(entity, member)))),
        "class" or "classification" when original.GetProperty(name).ValueKind == JsonValueKind.Object => Node(Assert.Single(document.Classes)),
        "class" or "classes" or "classification" or "classifications" => Array(document.Classes.Select(Node)),
        "warnings" => Array(document.Warnings.Select(warning => Object(("code", warning.Code), ("message", warning.Message), ("targetRef", warning.TargetRef)))),
        "statistics" => Object(("charactersCount", document.Statistics!.CharactersCount), ("transactionsCount", document.Statistics.TransactionsCount)),
        "detectedLanguage" when original.GetProperty(name).ValueKind == JsonValueKind.String => document.DetectedLanguage!.Iso6391Name,
        "detectedLanguage" => Object(
            ("name", document.DetectedLanguage!.Name), ("iso6391Name", document.DetectedLanguage.Iso6391Name), ("confidenceScore", document.DetectedLanguage.ConfidenceScore)),
        "isLanguageDefaulted" => document.DetectedLanguage!.IsLanguageDefaulted,
        _ => null,
    };

    private static JsonNode? Node(LanguageEntity entity, string name) => name switch
    {
        "text" => entity.Text,
        "category" => entity.Category,
        "subcategory" => entity.Subcategory,
        "offset" => entity.Offset,
        "length" => entity.Length,
        "confidenceScore" => entity.ConfidenceScore,
        _ => null,
    };

    private static JsonNode Node(LanguageClass row) => Object(("category", row.Category), ("confidenceScore", row.ConfidenceScore));

    private static JsonArray Array(IEnumerable<JsonNode?> nodes) => new([.. nodes]);

    private static JsonObject Object(params (string Name, JsonNode? Value)[] members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value)));
}
