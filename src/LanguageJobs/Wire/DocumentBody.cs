using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LanguageJobs.Wire;

/// <summary>
/// Reads one document of a task: its entities, its classes under any of their four names, warnings, statistics, language and redacted
/// text. What has no property, or one that holds only a part of it, is kept as raw JSON.
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
        RawMembers? others = null;
        bool? isDefaulted = null;
        while (reader.NextMember())
        {
            var member = reader.Member();
            if (reader.Is("id"u8)) document.Identity.DocumentId = reader.Word();
            else if (reader.Is("statistics"u8)) document.Statistics = StatisticsBody.ReadDocument(ref reader);
            else if (reader.Is("isLanguageDefaulted"u8)) isDefaulted = reader.Boolean();
            else if (!TryReadResult(ref reader, document)) reader.Skip();
            if (reader.IsLost(member))
                reader.Keep(member, ref others);
        }
        if (isDefaulted is { } value)
            SetDefaulted(document, value, ref others);
        if (others is not null)
            document.AdditionalProperties = others;
        return document;
    }

    /// <summary>Reads a member that holds results; false, and still before its value, for any other.</summary>
    public bool TryReadResult(ref WireReader reader, LanguageDocument document)
    {
        if (reader.Is("entities"u8)) document.Entities = ReadEntities(ref reader, document.Identity);
        else if (reader.Is("warnings"u8)) document.Warnings = ReadWarnings(ref reader);
        else if (IsClasses(in reader) && document.Classes.Length == 0) document.Classes = ReadClasses(ref reader, document.Identity);
        else if (reader.Is("detectedLanguage"u8)) document.DetectedLanguage = ReadLanguage(ref reader);
        else if (reader.Is("redactedText"u8)) document.RedactedText = reader.Text();
        else return false;
        return true;
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

    // Entity linking calls its rows "entities" too, but they have no category: they are not entity rows, and the array is kept raw.
    [MethodImpl(PerRow.Optimized)]
    private static LanguageEntity? ReadEntity(ref WireReader reader, DocumentIdentity document)
    {
        if (!reader.EnterObject())
            return null;
        var entity = new LanguageEntity(document);
        string? category = null;
        RawMembers? others = null;
        while (reader.NextMember())
        {
            if (reader.Is("text"u8)) entity.Text = reader.Text() ?? "";
            else if (reader.Is("category"u8)) category = reader.Word();
            else if (reader.Is("offset"u8)) entity.Offset = reader.Int32();
            else if (reader.Is("length"u8)) entity.Length = reader.Int32();
            else if (reader.Is("confidenceScore"u8)) entity.ConfidenceScore = reader.Double();
            else if (reader.Is("subcategory"u8)) entity.Subcategory = reader.Word();
            else reader.KeepNext(ref others);
        }
        if (category is null)
        {
            reader.Lose();
            return null;
        }
        entity.Category = category;
        if (others is not null)
            entity.AdditionalProperties = others;
        return entity;
    }

    // A single-label class is an object in v3.2-preview.2 and the previews of early 2022, an array of one after that.
    private LanguageClass[] ReadClasses(ref WireReader reader, DocumentIdentity document)
    {
        if (reader.Peek() == JsonTokenType.StartObject)
            return [ReadClass(ref reader, document)];
        if (!reader.EnterArray() || !reader.NextElement())
            return [];
        // Mostly there is just one.
        var first = ReadClass(ref reader, document);
        if (!reader.NextElement())
            return [first];
        classes.Clear();
        classes.Add(first);
        do
            classes.Add(ReadClass(ref reader, document));
        while (reader.NextElement());
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

    private static LanguageDetectedLanguage? ReadLanguage(ref WireReader reader)
    {
        if (reader.Peek() == JsonTokenType.String)
            return new LanguageDetectedLanguage { Iso6391Name = reader.Word() };
        if (!reader.EnterObject())
            return null;
        var language = new LanguageDetectedLanguage();
        while (reader.NextMember())
        {
            if (reader.Is("name"u8)) language.Name = reader.Word();
            else if (reader.Is("iso6391Name"u8)) language.Iso6391Name = reader.Word();
            else if (reader.Is("confidenceScore"u8)) language.ConfidenceScore = reader.Double();
            else if (reader.Is("isLanguageDefaulted"u8)) language.IsLanguageDefaulted = reader.Boolean();
            else reader.Skip();
        }
        return language;
    }

    // A sibling of detectedLanguage that no specification mentions (2022-10-01-preview).
    private static void SetDefaulted(LanguageDocument document, bool isDefaulted, ref RawMembers? others)
    {
        if (isDefaulted || document.DetectedLanguage is not null)
            (document.DetectedLanguage ??= new LanguageDetectedLanguage()).IsLanguageDefaulted = isDefaulted;
        else
            (others ??= new RawMembers()).Add("isLanguageDefaulted", "false");
    }
}
