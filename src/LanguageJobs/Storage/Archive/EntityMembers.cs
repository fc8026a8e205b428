using LanguageJobs.Wire;

namespace LanguageJobs.Storage;

/// <summary>
/// Where JSON lines keep what the service says about an entity and has no member there: in the document's additional properties, as a list
/// named <c>entities</c> with one object for each entity. The service's own list, where it is kept raw, is always longer: it has items that are
/// not entity rows.
/// </summary>
internal static class EntityMembers
{
    private const string Name = "entities";

    /// <summary>A document's additional properties together with those of its entities; null where there are none.</summary>
    public static RawMembers? AddTo(LanguageDocument document)
    {
        var own = (RawMembers?)document.AdditionalProperties;
        if (own?.ContainsKey(Name) == true || !Array.Exists(document.Entities, entity => entity.AdditionalProperties is not null))
            return own;
        var all = own is null ? new RawMembers() : RawMembers.Of(own);
        all.Add(Name, $"[{string.Join(",", document.Entities.Select(entity => entity.AdditionalProperties?.ToString() ?? "{}"))}]");
        return all;
    }

    /// <summary>Sets the additional properties of a document and of its entities.</summary>
    /// <exception cref="WireFormatException">The text is not a JSON object.</exception>
    public static void Set(LanguageDocument document, string json)
    {
        var all = RawMembers.Parse(json);
        if (all.TryGetValue(Name, out var list) && RawMembers.ParseList(list) is { } items && items.Length == document.Entities.Length)
        {
            for (var i = 0; i < items.Length; i++)
                document.Entities[i].AdditionalProperties = items[i].Count == 0 ? null : items[i];
            all.Remove(Name);
        }
        if (all.Count > 0)
            document.AdditionalProperties = all;
    }
}
