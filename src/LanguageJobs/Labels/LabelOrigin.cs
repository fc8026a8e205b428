using System.Text.Json;
using LanguageJobs.Texts;

namespace LanguageJobs.Labels;

/// <summary>Whose labels they are: what tools keep with a document and give back.</summary>
/// <param name="DocumentId">The document's id.</param>
/// <param name="Location">Where its text lies in a project's container; null when the file does not say.</param>
/// <param name="Dataset">The part of the labels; null when the file does not say.</param>
/// <param name="Language">The language of the text; null when the file does not say.</param>
internal sealed record LabelOrigin(string DocumentId, string? Location = null, string? Dataset = null, string? Language = null)
{
    /// <summary>Reads the members that this module writes.</summary>
    /// <param name="json">The object that has them.</param>
    /// <param name="otherwise">The id of a document that has none of ours; null when the tool gave it none either.</param>
    /// <exception cref="LabelFormatException">The document has no id.</exception>
    public static LabelOrigin Of(JsonElement json, string? otherwise) => new(
        json.Text("documentId") ?? otherwise ?? throw new LabelFormatException("it has neither a documentId nor an id."),
        json.Text("location"),
        json.Text("dataset"),
        json.Text("language"));

    /// <summary>A label of the document: an entity, a class, or the mark of one that is labelled with nothing.</summary>
    public LanguageLabel Label(string? category = null) =>
        new() { DocumentId = DocumentId, Location = Location, Dataset = Dataset, Language = Language, Category = category };

    /// <summary>A label of an entity.</summary>
    /// <param name="category">The entity's category.</param>
    /// <param name="place">Its place in the text, in UTF-16.</param>
    /// <param name="textLength">How long the text is in UTF-16; null if unknown.</param>
    public LanguageLabel Entity(string category, TextSpan place, int? textLength)
    {
        var label = Label(category);
        (label.Offset, label.Length, label.TextLength) = (place.Offset, place.Length, textLength);
        return label;
    }
}
