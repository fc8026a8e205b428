using System.Text.Json;
using LanguageJobs.Texts;

namespace LanguageJobs.Labels;

/// <summary>
/// Reads training examples for spaCy: a list of pairs, or the object that NER Annotator saves. Documents have the ids that this module
/// writes, else their number.
/// </summary>
internal sealed class SpacyFile
{
    private readonly List<(int Document, LanguageLabel Label)> labels = [];
    private bool hasEntities;
    private bool hasClasses;
    private int examples;

    /// <exception cref="LabelFormatException">The bytes are not a list of examples, nor an object that has one.</exception>
    public static LabelFile Read(ReadOnlySpan<byte> utf8)
    {
        var file = new SpacyFile();
        JsonItems.Of(utf8, file.ReadFile);
        return new LabelFile(file.hasEntities && !file.hasClasses ? LabelKinds.Entities : null, file.labels.ConvertAll(pair => pair.Label));
    }

    private void ReadFile(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
            JsonItems.OfArray(ref reader, "example", ReadExample);
        else
            ReadObject(ref reader);
    }

    private void ReadObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new LabelFormatException("The JSON should be a list of examples, or an object with annotations.");
        var hasExamples = false;
        string[] ids = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name == "annotations" && reader.TokenType == JsonTokenType.StartArray)
            {
                hasExamples = true;
                JsonItems.OfArray(ref reader, "example", ReadExample);
            }
            else if (name == "documentIds")
            {
                var list = JsonMembers.Expect(JsonElement.ParseValue(ref reader), JsonValueKind.Array, "the list of documentIds");
                ids = [.. list.EnumerateArray().Select(id => id.ToString())];
            }
            else
            {
                reader.Skip();
            }
        }
        if (!hasExamples)
            throw new LabelFormatException("The JSON has no list of annotations.");
        foreach (var (document, label) in labels)
            label.DocumentId = document <= ids.Length ? ids[document - 1] : label.DocumentId;
    }

    // NER Annotator leaves null for a text that was skipped.
    private void ReadExample(JsonElement example)
    {
        examples++;
        if (example.ValueKind == JsonValueKind.Null)
            return;
        if (JsonMembers.Expect(example, JsonValueKind.Array, "a pair of a text and its annotations").GetArrayLength() != 2)
            throw new LabelFormatException("an example should be a pair of a text and its annotations.");
        var text = JsonMembers.Expect(example[0], JsonValueKind.String, "a text").GetString()!;
        var origin = new LabelOrigin(FormattableString.Invariant($"{examples}"));
        if (example[1].Member("entities") is { } entities)
            AddEntities(origin, text, entities);
        else if (example[1].Member("cats") is { } classes)
            AddClasses(origin, classes);
    }

    private void AddEntities(LabelOrigin origin, string text, JsonElement entities)
    {
        hasEntities = true;
        var before = labels.Count;
        var ruler = new TextRuler(text, TextUnit.UnicodeCodePoint, LineEnds.AsTheyAre);
        foreach (var item in JsonMembers.Expect(entities, JsonValueKind.Array, "the list of entities").EnumerateArray())
        {
            var (start, end, category) = JsonMembers.Triple(item);
            var place = ruler.ToUtf16(new TextSpan(start, end - start))
                ?? throw new LabelFormatException($"the entity from {start} to {end} is not in the text, which has {ruler.Length} characters.");
            labels.Add((examples, origin.Entity(category, place, text.Length)));
        }
        AddNothing(origin, before);
    }

    private void AddClasses(LabelOrigin origin, JsonElement classes)
    {
        hasClasses = true;
        var before = labels.Count;
        foreach (var member in JsonMembers.Expect(classes, JsonValueKind.Object, "the classes of cats").EnumerateObject())
        {
            if (member.Value is { ValueKind: JsonValueKind.True } || (member.Value.ValueKind == JsonValueKind.Number && member.Value.GetDouble() >= 0.5))
                labels.Add((examples, origin.Label(member.Name)));
        }
        AddNothing(origin, before);
    }

    private void AddNothing(LabelOrigin origin, int before)
    {
        if (labels.Count == before)
            labels.Add((examples, origin.Label()));
    }
}
