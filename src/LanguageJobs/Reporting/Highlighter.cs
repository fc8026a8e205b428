using LanguageJobs.Texts;

namespace LanguageJobs.Reporting;

/// <summary>Brings a document's text and what a task found in it together.</summary>
internal static class Highlighter
{
    /// <param name="document">What the task found.</param>
    /// <param name="text">The document's text; null when it is not known.</param>
    public static LanguageHighlight Highlight(LanguageDocument document, DocumentText? text)
    {
        var places = EntityPlaces.In(text, document.Entities);
        return new LanguageHighlight
        {
            JobId = document.JobId,
            DocumentId = document.DocumentId,
            TaskName = document.TaskName,
            Text = text?.Text,
            Classes = document.Classes,
            Entities = [.. document.Entities
                .Select((entity, i) => places[i] is { } place ? entity.At(place.Offset, place.Length) : null)
                .OfType<LanguageEntity>()
                .OrderBy(entity => entity.Offset)],
            Unplaced = [.. document.Entities.Where((_, i) => places[i] is null)],
        };
    }
}
