using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LanguageJobs.Wire;

/// <summary>
/// Reads one document of a task: its entities, its classes under any of their four names, warnings, statistics and language.
/// One reader serves all documents of a task, so that its lists are made once.
/// </summary>
internal sealed class DocumentBody
{
    private readonly List<LanguageEntity> entities = [];
    private readonly List<LanguageClass> classes = [];

    public LanguageDocument Read(ref WireReader reader, TaskIdentity task)
    {
        var document = new LanguageDocument(new DocumentIdentity(task));
        if (!reader.EnterObject())
            return document;
        while (reader.NextMember())
        {
            if (reader.Is("id"u8)) document.Identity.DocumentId = reader.Word();
            else if (reader.Is("entities"u8)) document.Entities = ReadEntities(ref reader, document.Identity);
            else if (IsClasses(in reader)) document.Classes = ReadClasses(ref reader, document.Identity);
            else if (reader.Is("warnings"u8)) document.Warnings = ReadWarnings(ref reader);
            else if (reader.Is("statistics"u8)) document.Statistics = StatisticsBody.ReadDocument(ref reader);
            else if (reader.Is("detectedLanguage"u8)) document.DetectedLanguage = ReadLanguage(ref reader, document.DetectedLanguage);
            else if (reader.Is("isLanguageDefaulted"u8)) document.DetectedLanguage = Defaulted(ref reader, document.DetectedLanguage);
            else reader.Skip();
        }
        return document;
    }

    private static bool IsClasses(in WireReader reader) =>
        reader.Is("class"u8) || reader.Is("classes"u8) || reader.Is("classification"u8) || reader.Is("classifications"u8);

    private LanguageEntity[] ReadEntities(ref WireReader reader, DocumentIdentity document)
    {
        if (!reader.EnterArray())
            return [];
        entities.Clear();
        while (reader.NextElement())
        {
            if (ReadEntity(ref reader, document) is { } entity)
                entities.Add(entity);
        }
        return [.. entities];
    }

    // Entity linking calls its rows "entities" too, but they have no category: they are not entity rows.
    [MethodImpl(PerRow.Optimized)]
    private static LanguageEntity? ReadEntity(ref WireReader reader, DocumentIdentity document)
    {
        if (!reader.EnterObject())
            return null;
        var entity = new LanguageEntity(document);
        string? category = null;
        while (reader.NextMember())
        {
            if (reader.Is("text"u8)) entity.Text = reader.Text() ?? "";
            else if (reader.Is("category"u8)) category = reader.Word();
            else if (reader.Is("offset"u8)) entity.Offset = reader.Int32();
            else if (reader.Is("length"u8)) entity.Length = reader.Int32();
            else if (reader.Is("confidenceScore"u8)) entity.ConfidenceScore = reader.Double();
            else if (reader.Is("subcategory"u8)) entity.Subcategory = reader.Word();
            else reader.Skip();
        }
        if (category is null)
            return null;
        entity.Category = category;
        return entity;
    }

    // A single-label class is an object in v3.2-preview.2 and the previews of early 2022, an array of one after that.
    private LanguageClass[] ReadClasses(ref WireReader reader, DocumentIdentity document)
    {
        if (reader.Peek() == JsonTokenType.StartObject)
            return [ReadClass(ref reader, document)];
        if (!reader.EnterArray())
            return [];
        classes.Clear();
        while (reader.NextElement())
            classes.Add(ReadClass(ref reader, document));
        return [.. classes];
    }

    [MethodImpl(PerRow.Optimized)]
    private static LanguageClass ReadClass(ref WireReader reader, DocumentIdentity document)
    {
        var row = new LanguageClass(document);
        if (!reader.EnterObject())
            return row;
        while (reader.NextMember())
        {
            if (reader.Is("category"u8)) row.Category = reader.Word() ?? "";
            else if (reader.Is("confidenceScore"u8)) row.ConfidenceScore = reader.Double();
            else reader.Skip();
        }
        return row;
    }

    private static LanguageWarning[] ReadWarnings(ref WireReader reader)
    {
        if (!reader.EnterArray())
            return [];
        List<LanguageWarning>? warnings = null;
        while (reader.NextElement())
        {
            if (!reader.EnterObject())
                continue;
            var warning = new LanguageWarning();
            while (reader.NextMember())
            {
                if (reader.Is("code"u8)) warning.Code = reader.Word();
                else if (reader.Is("message"u8)) warning.Message = reader.Text();
                else if (reader.Is("targetRef"u8)) warning.TargetRef = reader.Text();
                else reader.Skip();
            }
            (warnings ??= []).Add(warning);
        }
        return warnings is null ? [] : [.. warnings];
    }

    private static LanguageDetectedLanguage? ReadLanguage(ref WireReader reader, LanguageDetectedLanguage? known)
    {
        var language = known ?? new LanguageDetectedLanguage();
        if (reader.Peek() == JsonTokenType.String)
        {
            language.Iso6391Name = reader.Word();
            return language;
        }
        if (!reader.EnterObject())
            return known;
        while (reader.NextMember())
        {
            if (reader.Is("name"u8)) language.Name = reader.Word();
            else if (reader.Is("iso6391Name"u8)) language.Iso6391Name = reader.Word();
            else if (reader.Is("confidenceScore"u8)) language.ConfidenceScore = reader.Double();
            else reader.Skip();
        }
        return language;
    }

    // A sibling of detectedLanguage that no document mentions (2022-10-01-preview).
    private static LanguageDetectedLanguage? Defaulted(ref WireReader reader, LanguageDetectedLanguage? known)
    {
        if (!reader.Boolean())
            return known;
        var language = known ?? new LanguageDetectedLanguage();
        language.IsLanguageDefaulted = true;
        return language;
    }
}
