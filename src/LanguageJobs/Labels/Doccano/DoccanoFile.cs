using System.Text.Json;
using LanguageJobs.Texts;

namespace LanguageJobs.Labels;

/// <summary>
/// Reads what Doccano exports: JSON lines or a list, labels as triples, as objects or as classes, under the names of all its releases. A
/// document without a member for labels is not labelled.
/// </summary>
internal sealed class DoccanoFile
{
    private readonly List<LanguageLabel> labels = [];
    private bool hasEntities;
    private bool hasClasses;
    private int documents;

    /// <exception cref="LabelFormatException">The bytes are not JSON lines or a list of documents.</exception>
    public static LabelFile Read(ReadOnlySpan<byte> utf8)
    {
        var file = new DoccanoFile();
        if (IsList(utf8))
            JsonItems.OfList(utf8, "document", file.ReadDocument);
        else
            JsonItems.OfLines(utf8, "line", file.ReadDocument);
        return new LabelFile(file.hasEntities && !file.hasClasses ? LabelKinds.Entities : null, file.labels);
    }

    private static bool IsList(ReadOnlySpan<byte> utf8)
    {
        foreach (var character in utf8)
        {
            if (character is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return character == (byte)'[';
        }
        return false;
    }

    private void ReadDocument(JsonElement document)
    {
        documents++;
        var text = document.Text("text", "data") ?? throw new LabelFormatException("text is missing.");
        var list = document.Member("label", "labels") ?? document.Member("entities");
        if (list is null)
            return;
        var id = document.Member("id")?.ToString() ?? FormattableString.Invariant($"{documents}");
        var origin = LabelOrigin.Of(document, id);
        var before = labels.Count;
        foreach (var item in JsonMembers.Expect(list.Value, JsonValueKind.Array, "the list of labels").EnumerateArray())
            labels.Add(LabelOf(item, origin, text));
        if (labels.Count == before)
            labels.Add(origin.Label());
    }

    private LanguageLabel LabelOf(JsonElement item, LabelOrigin origin, string text)
    {
        if (item.ValueKind == JsonValueKind.String)
        {
            hasClasses = true;
            return origin.Label(item.GetString());
        }
        hasEntities = true;
        var (start, end, category) = item.ValueKind == JsonValueKind.Array
            ? JsonMembers.Triple(item)
            : (item.Number("start_offset"), item.Number("end_offset"),
                item.Text("label") ?? throw new LabelFormatException("a label has no name."));
        var span = new TextSpan(start, end - start);
        return span.Length >= 0 && span.End <= text.Length
            ? origin.Entity(category, span, text.Length)
            : throw new LabelFormatException(
                $"the label from {start} to {end} is not in the text, which has {text.Length} UTF-16 code units.");
    }
}
