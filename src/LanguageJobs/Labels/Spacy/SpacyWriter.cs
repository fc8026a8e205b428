using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using LanguageJobs.Texts;

namespace LanguageJobs.Labels;

/// <summary>
/// Writes training examples for spaCy: pairs of a text and its annotations. Offsets are code points. Ids stand beside the examples, since
/// spaCy refuses annotations with a member that it does not know.
/// </summary>
internal sealed class SpacyWriter : ILabelWriter
{
    private readonly JsonPieces pieces;
    private readonly LabelLosses losses;
    private readonly bool areClasses;
    private readonly Func<string, DocumentText?> textOf;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<string> categories = [];
    private readonly List<string> ids = [];

    // Every example names all classes, and these are not known before the last document.
    private readonly List<(string Id, HashSet<string> Classes)> classified = [];
    private string separator = "\n";

    /// <param name="stream">Where the file goes.</param>
    /// <param name="areClasses">Whether the labels are classes.</param>
    /// <param name="textOf">Finds the text of a document again.</param>
    /// <param name="losses">Where to count what the format cannot hold.</param>
    public SpacyWriter(Stream stream, bool areClasses, Func<string, DocumentText?> textOf, LabelLosses losses)
    {
        pieces = new JsonPieces(stream, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        this.areClasses = areClasses;
        this.textOf = textOf;
        this.losses = losses;
        pieces.Write("{\"annotations\":[");
    }

    public void Write(LabelledText document)
    {
        ids.Add(document.Id);
        foreach (var label in document.Labels)
        {
            if (known.Add(label.Category!))
                categories.Add(label.Category!);
        }
        if (areClasses)
            classified.Add((document.Id, new HashSet<string>(document.Labels.Select(label => label.Category!), StringComparer.Ordinal)));
        else
            WriteExample(document.Text!, json => WriteEntities(json, document));
    }

    public void Finish()
    {
        foreach (var (id, classes) in classified)
            WriteExample(textOf(id)?.Text ?? "", json => WriteClasses(json, classes));
        pieces.Write("\n],\"classes\":");
        pieces.Write(json => WriteNames(json, categories));
        pieces.Write(",\"documentIds\":");
        pieces.Write(json => WriteNames(json, ids));
        pieces.Write("}\n");
    }

    private void WriteExample(string text, Action<Utf8JsonWriter> writeAnnotations)
    {
        pieces.Write(separator);
        separator = ",\n";
        pieces.Write(json =>
        {
            json.WriteStartArray();
            json.WriteStringValue(text);
            json.WriteStartObject();
            writeAnnotations(json);
            json.WriteEndObject();
            json.WriteEndArray();
        });
    }

    private void WriteEntities(Utf8JsonWriter json, LabelledText document)
    {
        var text = document.Text!;
        var entities = Overlaps.Remove(document.Labels, text.Length);
        losses.Add(LabelLoss.Overlap, document.Labels.Count - entities.Count);
        losses.Add(LabelLoss.PartOfWord, CountPartsOfWords(text, entities));
        var ruler = new TextRuler(text, TextUnit.UnicodeCodePoint, LineEnds.AsTheyAre);
        json.WriteStartArray("entities");
        foreach (var label in entities)
        {
            var span = ruler.FromUtf16(label.Span());
            json.WriteSpan(span.Offset, (int)span.End, label.Category!);
        }
        json.WriteEndArray();
    }

    private void WriteClasses(Utf8JsonWriter json, HashSet<string> classes)
    {
        json.WriteStartObject("cats");
        foreach (var category in categories)
            json.WriteNumber(category, classes.Contains(category) ? 1 : 0);
        json.WriteEndObject();
    }

    private static int CountPartsOfWords(string text, List<LanguageLabel> entities)
    {
        var starts = new BitArray(text.Length + 1);
        var ends = new BitArray(text.Length + 1);
        foreach (var word in WordSplitter.In(text))
            starts[word.Offset] = ends[(int)word.End] = true;
        return entities.Count(label => label.Span() is var span && !(starts[span.Offset] && ends[(int)span.End]));
    }

    private static void WriteNames(Utf8JsonWriter json, List<string> names)
    {
        json.WriteStartArray();
        foreach (var name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }
}
