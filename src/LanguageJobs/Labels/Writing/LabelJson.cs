using System.Text.Json;

namespace LanguageJobs.Labels;

/// <summary>What several formats write alike.</summary>
internal static class LabelJson
{
    /// <summary>Writes whose labels they are, as members of the object that is open; <see cref="LabelOrigin"/> reads them.</summary>
    public static void WriteOrigin(this Utf8JsonWriter json, LabelledText document)
    {
        json.WriteString("documentId", document.Id);
        if (document.Location != document.Id)
            json.WriteString("location", document.Location);
        if (document.Dataset is { } dataset)
            json.WriteString("dataset", dataset);
        if (document.Language is { } language)
            json.WriteString("language", language);
    }

    /// <summary>Writes a span as Python writes it: start, end and category.</summary>
    public static void WriteSpan(this Utf8JsonWriter json, int start, int end, string category)
    {
        json.WriteStartArray();
        json.WriteNumberValue(start);
        json.WriteNumberValue(end);
        json.WriteStringValue(category);
        json.WriteEndArray();
    }
}
