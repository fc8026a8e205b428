using System.Text.Encodings.Web;
using System.Text.Json;

namespace LanguageJobs.Labels;

/// <summary>
/// Writes a project that the service imports: every document in one region that covers its text, and the categories that occur.
/// </summary>
internal sealed class AzureProjectWriter : ILabelWriter
{
    private readonly JsonPieces pieces;
    private readonly LabelLosses losses;
    private readonly string kind;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<string> categories = [];
    private string separator = "\n";

    /// <param name="stream">Where the file goes.</param>
    /// <param name="settings">What the service wants to know of the project.</param>
    /// <param name="kind">The kind of the project.</param>
    /// <param name="losses">Where to count what the format cannot hold.</param>
    public AzureProjectWriter(Stream stream, AzureProjectSettings settings, string kind, LabelLosses losses)
    {
        pieces = new JsonPieces(stream, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        this.kind = kind;
        this.losses = losses;
        pieces.Write("""{"projectFileVersion":"2022-05-01","stringIndexType":"Utf16CodeUnit","metadata":""");
        pieces.Write(json => WriteMetadata(json, settings));
        pieces.Write($$""","assets":{"projectKind":"{{kind}}","documents":[""");
    }

    public void Write(LabelledText document)
    {
        pieces.Write(separator);
        separator = ",\n";
        pieces.Write(json => WriteDocument(json, document));
    }

    public void Finish()
    {
        pieces.Write($"\n],\"{(kind == LabelKinds.Entities ? "entities" : "classes")}\":");
        pieces.Write(json =>
        {
            json.WriteStartArray();
            foreach (var category in categories)
                WriteCategory(json, category);
            json.WriteEndArray();
        });
        pieces.Write("}}\n");
    }

    private void WriteMetadata(Utf8JsonWriter json, AzureProjectSettings settings)
    {
        json.WriteStartObject();
        json.WriteString("projectKind", kind);
        json.WriteString("projectName", settings.ProjectName);
        json.WriteString("storageInputContainerName", settings.StorageInputContainerName);
        json.WriteString("language", settings.Language);
        json.WriteEndObject();
    }

    private void WriteDocument(Utf8JsonWriter json, LabelledText document)
    {
        foreach (var label in document.Labels)
        {
            if (known.Add(label.Category!))
                categories.Add(label.Category!);
        }
        json.WriteStartObject();
        json.WriteString("location", document.Location);
        if (document.Language is { } language)
            json.WriteString("language", language);
        if (document.Dataset is { } dataset)
            json.WriteString("dataset", dataset);
        if (kind == LabelKinds.Entities)
            WriteRegions(json, document);
        else if (kind == LabelKinds.MultiLabel)
            WriteClasses(json, document.Labels);
        else if (document.Labels.Count > 0)
            WriteClass(json, document.Labels);
        json.WriteEndObject();
    }

    // A region without labels says that there are none; a document without regions would say nothing.
    private void WriteRegions(Utf8JsonWriter json, LabelledText document)
    {
        var length = document.TextLength
            ?? document.Labels.Select(label => label.Offset!.Value + label.Length!.Value).DefaultIfEmpty(0).Max();
        if (document.TextLength is null)
            losses.Add(LabelLoss.TextLength);
        json.WriteStartArray("entities");
        json.WriteStartObject();
        json.WriteNumber("regionOffset", 0);
        json.WriteNumber("regionLength", length);
        json.WriteStartArray("labels");
        foreach (var label in document.Labels)
        {
            json.WriteStartObject();
            json.WriteString("category", label.Category);
            json.WriteNumber("offset", label.Offset!.Value);
            json.WriteNumber("length", label.Length!.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteClasses(Utf8JsonWriter json, IReadOnlyList<LanguageLabel> labels)
    {
        json.WriteStartArray("classes");
        foreach (var label in labels)
            WriteCategory(json, label.Category!);
        json.WriteEndArray();
    }

    private void WriteClass(Utf8JsonWriter json, IReadOnlyList<LanguageLabel> labels)
    {
        losses.Add(LabelLoss.SurplusClass, labels.Count - 1);
        json.WritePropertyName("class");
        WriteCategory(json, labels[0].Category!);
    }

    private static void WriteCategory(Utf8JsonWriter json, string category)
    {
        json.WriteStartObject();
        json.WriteString("category", category);
        json.WriteEndObject();
    }
}
