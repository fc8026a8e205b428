using System.Text.Json;

namespace LanguageJobs.Labels;

/// <summary>
/// Reads the documents of a project, under the names of every generation: entities in regions (<c>entities</c>, <c>extractors</c>), a class
/// (<c>class</c>) or several (<c>classes</c>, <c>classifiers</c>). Offsets are relative to the document, whatever the region.
/// </summary>
/// <param name="labels">Where the labels go.</param>
internal sealed class AzureDocument(List<LanguageLabel> labels)
{
    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);
    private readonly List<(LanguageLabel Label, int Entity)> numbered = [];
    private string[] entityNames = [];

    /// <summary>The kind that the documents show; null when they show none.</summary>
    public string? Kind { get; private set; }

    /// <summary>Adds the labels of a document; one without a category for a document that is labelled with nothing, none for one without labels.</summary>
    public void Read(JsonElement json)
    {
        var location = json.Text("location") ?? throw new LabelFormatException("location is missing.");
        var dataset = json.Text("dataset") ?? json.List("datasets").Select(part => part.ToString()).FirstOrDefault();
        var language = json.Text("language", "culture");
        LanguageLabel New(string? category) =>
            new() { DocumentId = location, Location = location, Category = category, Dataset = Shared(dataset), Language = Shared(language) };

        var before = labels.Count;
        if (json.Member("entities", "extractors") is { } regions)
        {
            Show(LabelKinds.Entities);
            ReadRegions(regions, New);
        }
        else if (json.Member("class") is { } single)
        {
            Show(LabelKinds.SingleLabel);
            if (single.Text("category") is { } category)
                labels.Add(New(Shared(category)));
        }
        else if (json.Member("classes") is { } classes)
        {
            Show(LabelKinds.MultiLabel);
            ReadClasses(classes, New);
        }
        else if (json.Member("classifiers") is { } classifiers)
        {
            // Those of 2021 are the same for both kinds of classification.
            ReadClasses(classifiers, New);
        }
        else
        {
            return;
        }
        if (labels.Count == before)
            labels.Add(New(null));
    }

    /// <summary>Remembers the names that labels of the first preview give by their numbers.</summary>
    public void SetEntityNames(JsonElement names) =>
        entityNames = [.. JsonMembers.Expect(names, JsonValueKind.Array, "the list of entityNames").EnumerateArray().Select(name => name.ToString())];

    /// <summary>Sets the names of numbered labels, which may come after the documents.</summary>
    public void NameEntities()
    {
        foreach (var (label, entity) in numbered)
        {
            label.Category = entity < entityNames.Length
                ? entityNames[entity]
                : throw new LabelFormatException($"Document '{label.Location}' has a label of entity {entity}, and entityNames has {entityNames.Length} names.");
        }
    }

    private void ReadClasses(JsonElement classes, Func<string?, LanguageLabel> create)
    {
        foreach (var item in JsonMembers.Expect(classes, JsonValueKind.Array, "a list of classes").EnumerateArray())
            labels.Add(create(Shared(item.Text("category", "classifierName") ?? throw new LabelFormatException("a class has no category."))));
    }

    private void ReadRegions(JsonElement regions, Func<string?, LanguageLabel> create)
    {
        JsonMembers.Expect(regions, JsonValueKind.Array, "a list of regions");
        var textLength = TextLength(regions);
        foreach (var region in regions.EnumerateArray())
        {
            foreach (var item in region.List("labels"))
                labels.Add(ReadLabel(item, create, textLength));
        }
    }

    private LanguageLabel ReadLabel(JsonElement json, Func<string?, LanguageLabel> create, int? textLength)
    {
        var label = create(Shared(json.Text("category", "extractorName")));
        label.Offset = json.Number("offset", "start");
        label.Length = json.Number("length");
        label.TextLength = textLength;
        if (label.Category is null)
            numbered.Add((label, json.Member("entity") is { } entity ? entity.AsNumber("entity") : throw new LabelFormatException("a label has no category.")));
        return label;
    }

    // One region over the whole document says how long that is.
    private static int? TextLength(JsonElement regions) =>
        regions.GetArrayLength() == 1 && regions[0] is var region && region.Member("regionLength") is { } length
            && (region.Member("regionOffset", "regionStart")?.AsNumber("regionOffset") ?? 0) == 0
            ? length.AsNumber("regionLength")
            : null;

    private void Show(string kind) => Kind = Kind is null || Kind == kind
        ? kind
        : throw new LabelFormatException($"it has labels of {kind}, and the documents before it have labels of {Kind}.");

    // A file repeats a few names.
    private string? Shared(string? text)
    {
        if (text is null)
            return null;
        if (!words.TryGetValue(text, out var known))
            words[text] = known = text;
        return known;
    }
}
