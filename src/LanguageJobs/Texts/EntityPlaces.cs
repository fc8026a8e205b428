namespace LanguageJobs.Texts;

/// <summary>Finds where a document's entities stand in its text, whatever unit the job counted in.</summary>
internal static class EntityPlaces
{
    /// <summary>A place for each entity, in their order; null for one that stands nowhere, and for all of them without a text.</summary>
    public static TextSpan?[] In(DocumentText? text, LanguageEntity[] entities) => text is null
        ? new TextSpan?[entities.Length]
        : text.Place(Array.ConvertAll(entities, entity => new TextMention(entity.Text, new TextSpan(entity.Offset, entity.Length)))).Spans;
}
