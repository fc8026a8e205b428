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
        RawMembers? members = null;
        var reader = new WireReader(Encoding.UTF8.GetBytes(json), Names);
        try
        {
            reader.EnterObject();
            while (reader.NextMember())
                reader.KeepNext(ref members);
            reader.End();
            return members ?? new RawMembers();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw reader.Explain(e);
        }
    }

    /// <summary>Adds a member; of two with one name the later counts, as everywhere in JSON.</summary>
    public void Add(string name, string json) => Dictionary[name] = json;

    /// <summary>The members as one JSON object.</summary>
    public override string ToString() =>
        "{" + string.Join(",", this.Select(member => $"\"{JsonEncodedText.Encode(member.Key, InputDocument.Encoder)}\":{member.Value}")) + "}";
}
