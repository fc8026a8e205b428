using System.Text.Json;

namespace LanguageJobs.Wire;

/// <summary>
/// Finds the parts of a page that differ from page to page: documents, errors and counted statistics, of the job and of each task. Tasks are
/// told apart as everywhere, by kind and name, and among those that share both by their order.
/// </summary>
internal sealed class PageSections
{
    private static readonly StringPool Words = new();

    private readonly Dictionary<string, PageSection> sections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> sameKey = new(StringComparer.Ordinal);

    private PageSections()
    {
    }

    /// <summary>The parts by what they are.</summary>
    /// <exception cref="WireFormatException">The bytes are not the JSON of a page.</exception>
    public static IReadOnlyDictionary<string, PageSection> Find(byte[] utf8)
    {
        var found = new PageSections();
        var reader = new WireReader(utf8, Words);
        try
        {
            found.ReadJob(ref reader);
            reader.End();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw reader.Explain(e);
        }
        return found.sections;
    }

    private void ReadJob(ref WireReader reader)
    {
        reader.EnterObject();
        while (reader.NextMember())
        {
            if (reader.Is("errors"u8)) Add("errors", PageSection.ReadList(ref reader, isDistinct: true));
            else if (reader.Is("statistics"u8)) ReadNumbers(ref reader, "", sections);
            else if (reader.Is("tasks"u8)) ReadTasks(ref reader);
            else if (reader.Is("results"u8) && reader.Peek() == JsonTokenType.StartObject) ReadResults(ref reader, sections);
            else reader.Skip();
        }
    }

    private void ReadTasks(ref WireReader reader)
    {
        if (!reader.EnterObject())
            return;
        while (reader.NextMember())
        {
            if (JobBody.IsTaskList(ref reader)) ReadTaskList(ref reader);
            else if (reader.Is("tasks"u8) && reader.Peek() == JsonTokenType.StartObject) ReadTasks(ref reader);
            else reader.Skip();
        }
    }

    private void ReadTaskList(ref WireReader reader)
    {
        var kind = reader.MemberName();
        reader.EnterArray();
        while (reader.NextElement())
        {
            if (reader.Peek() == JsonTokenType.StartObject)
                ReadTask(ref reader, kind);
            else
                reader.Skip();
        }
    }

    private void ReadTask(ref WireReader reader, string kind)
    {
        var found = new Dictionary<string, PageSection>();
        string? taskName = null, name = null;
        reader.EnterObject();
        while (reader.NextMember())
        {
            if (reader.Is("kind"u8)) kind = reader.Word() ?? kind;
            else if (reader.Is("taskName"u8)) taskName = reader.Word();
            else if (reader.Is("name"u8)) name = reader.Word();
            else if (reader.Is("errors"u8)) Add(found, "task errors", PageSection.ReadList(ref reader, isDistinct: true));
            else if (reader.Is("results"u8)) ReadResults(ref reader, found);
            else reader.Skip();
        }
        var key = $"{TaskKinds.Normalize(kind)} '{taskName ?? name}'";
        sameKey.TryGetValue(key, out var nth);
        sameKey[key] = nth + 1;
        foreach (var section in found)
            sections[$"{section.Key} of task {key} {nth}"] = section.Value;
    }

    private static void ReadResults(ref WireReader reader, Dictionary<string, PageSection> found)
    {
        if (!reader.EnterObject())
            return;
        while (reader.NextMember())
        {
            if (reader.Is("documents"u8) || reader.Is("conversations"u8)) Add(found, "documents", PageSection.ReadList(ref reader, isDistinct: false));
            else if (reader.Is("errors"u8)) Add(found, "document errors", PageSection.ReadList(ref reader, isDistinct: true));
            else if (reader.Is("statistics"u8)) ReadNumbers(ref reader, "document ", found);
            else reader.Skip();
        }
    }

    private static void ReadNumbers(ref WireReader reader, string prefix, Dictionary<string, PageSection> found)
    {
        if (!reader.EnterObject())
            return;
        while (reader.NextMember())
        {
            if (reader.EndsWith("Count"u8)) Add(found, $"{prefix}{reader.MemberName()}", PageSection.ReadNumber(ref reader));
            else reader.Skip();
        }
    }

    private void Add(string name, PageSection? section) => Add(sections, name, section);

    private static void Add(Dictionary<string, PageSection> found, string name, PageSection? section)
    {
        if (section is not null)
            found[name] = section;
    }
}
