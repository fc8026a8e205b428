using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using LanguageJobs.Texts;

namespace LanguageJobs.Labels;

/// <summary>
/// Writes tasks for Label Studio. Labels are predictions, which people see and correct; annotations would count as their work. Offsets are
/// code points.
/// </summary>
internal sealed class LabelStudioWriter : ILabelWriter
{
    /// <summary>The names of the control and of the text in the project's labelling configuration.</summary>
    private const string ControlName = "label";
    private const string TextName = "text";

    // Label Studio shows the predictions of one version, so they all have the same.
    private const string ModelVersion = "LanguageJobs";

    private readonly JsonPieces pieces;
    private int documents;

    public LabelStudioWriter(Stream stream)
    {
        pieces = new JsonPieces(stream, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        pieces.Write("[");
    }

    public void Write(LabelledText document)
    {
        pieces.Write(documents++ == 0 ? "\n" : ",\n");
        pieces.Write(json => WriteTask(json, document));
    }

    public void Finish() => pieces.Write("\n]\n");

    private void WriteTask(Utf8JsonWriter json, LabelledText document)
    {
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteString(TextName, document.Text);
        json.WriteOrigin(document);
        json.WriteEndObject();
        json.WriteStartArray("predictions");
        json.WriteStartObject();
        json.WriteString("model_version", ModelVersion);
        WriteScore(json, document.Labels);
        json.WriteStartArray("result");
        var ruler = new TextRuler(document.Text!, TextUnit.UnicodeCodePoint, LineEnds.AsTheyAre);
        var prefix = documents.ToString(CultureInfo.InvariantCulture) + "-";
        for (var i = 0; i < document.Labels.Count; i++)
            WriteResult(json, prefix + (i + 1).ToString(CultureInfo.InvariantCulture), document.Labels[i], document.Text!, ruler);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Sorted by score, the documents that need people most come first.
    private static void WriteScore(Utf8JsonWriter json, IReadOnlyList<LanguageLabel> labels)
    {
        double? lowest = null;
        foreach (var label in labels)
        {
            if (label.ConfidenceScore is { } score && !(score >= lowest))
                lowest = double.IsNaN(score) ? lowest : score;
        }
        WriteScore(json, lowest);
    }

    private static void WriteScore(Utf8JsonWriter json, double? score)
    {
        if (score is { } known && !double.IsNaN(known))
            json.WriteNumber("score", known);
    }

    private static void WriteResult(Utf8JsonWriter json, string id, LanguageLabel label, string text, TextRuler ruler)
    {
        var isClass = label.Offset is null;
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("from_name", ControlName);
        json.WriteString("to_name", TextName);
        json.WriteString("type", isClass ? "choices" : "labels");
        WriteScore(json, label.ConfidenceScore);
        json.WriteStartObject("value");
        if (label.Offset is { } offset)
        {
            var span = ruler.FromUtf16(label.Span());
            json.WriteNumber("start", span.Offset);
            json.WriteNumber("end", span.End);
            json.WriteString("text", text.AsSpan(offset, label.Length!.Value));
        }
        json.WriteStartArray(isClass ? "choices" : "labels");
        json.WriteStringValue(label.Category);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
