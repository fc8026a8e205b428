using System.Text.Encodings.Web;
using System.Text.Json;

namespace LanguageJobs.Labels;

/// <summary>Writes JSON lines for Doccano. Offsets are UTF-16, as Doccano counts without its grapheme mode.</summary>
/// <param name="stream">Where the file goes.</param>
/// <param name="losses">Where to count what Doccano may not take.</param>
internal sealed class DoccanoWriter(Stream stream, LabelLosses losses) : ILabelWriter
{
    // Doccano guesses a file's encoding and takes UTF-8 with few letters beyond ASCII for another one, so all of them are escaped.
    private readonly JsonPieces pieces = new(stream, JavaScriptEncoder.Default);

    public void Write(LabelledText document)
    {
        losses.Add(LabelLoss.OverlapAtReader, Overlaps.Count(document.Labels));
        pieces.Write(json => WriteDocument(json, document));
        pieces.Write("\n");
    }

    public void Finish()
    {
    }

    private static void WriteDocument(Utf8JsonWriter json, LabelledText document)
    {
        json.WriteStartObject();
        json.WriteString("text", document.Text);
        json.WriteStartArray("label");
        foreach (var label in document.Labels)
        {
            if (label.Offset is { } offset)
                json.WriteSpan(offset, offset + label.Length!.Value, label.Category!);
            else
                json.WriteStringValue(label.Category);
        }
        json.WriteEndArray();
        json.WriteOrigin(document);
        json.WriteEndObject();
    }
}
