using System.Collections;
using System.Collections.ObjectModel;
using System.Text;
using System.Text.Json;

namespace LanguageJobs.Wire;

/// <summary>
/// Members of a JSON object that have no property of their own: the raw JSON text of each by its name, in the service's order.
/// As text it is a JSON object, so a CSV file or a string loses nothing either.
/// </summary>
internal sealed class RawMembers() : ReadOnlyDictionary<string, string>(new Dictionary<string, string>(StringComparer.Ordinal))
{
    private static readonly StringPool Names = new();

    /// <summary>The members again, of a dictionary that was serialized.</summary>
    public static RawMembers Of(IDictionary entries)
    {
        var members = new RawMembers();
        foreach (DictionaryEntry entry in entries)
            members.Add($"{entry.Key}", $"{entry.Value}");
        return members;
    }

    /// <summary>The members again, of their text.</summary>
    /// <exception cref="WireFormatException">The text is not a JSON object.</exception>
    public static RawMembers Parse(string json)
    {
        var reader = new WireReader(Encoding.UTF8.GetBytes(json), Names);
        try
        {
            var members = Read(ref reader);
            reader.End();
            return members;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw reader.Explain(e);
        }
    }

    /// <summary>The members of each object in a list; null for a text that is anything else than a list of objects.</summary>
    public static RawMembers[]? ParseList(string json)
    {
        var reader = new WireReader(Encoding.UTF8.GetBytes(json), Names);
        var list = new List<RawMembers>();
        try
        {
            reader.EnterArray();
            while (reader.NextElement())
                list.Add(Read(ref reader));
            return [.. list];
        }
        catch (Exception e) when (e is WireFormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Adds a member; of two with one name the later counts, as everywhere in JSON.</summary>
    public void Add(string name, string json) => Dictionary[name] = json;

    /// <summary>Takes a member away.</summary>
    public void Remove(string name) => Dictionary.Remove(name);

    /// <summary>The members as one JSON object.</summary>
    public override string ToString() =>
        "{" + string.Join(",", this.Select(member => $"\"{JsonEncodedText.Encode(member.Key, InputDocument.Encoder)}\":{member.Value}")) + "}";

    private static RawMembers Read(ref WireReader reader)
    {
        RawMembers? members = null;
        if (reader.EnterObject())
        {
            while (reader.NextMember())
                reader.KeepNext(ref members);
        }
        return members ?? new RawMembers();
    }
}
