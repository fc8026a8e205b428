using System.Text;
using System.Text.Json;

namespace LanguageJobs.Fuzz;

/// <summary>A JSON text as a tree that may become what JSON forbids: members with one name, values that are no values.</summary>
internal sealed class JsonTree
{
    /// <summary>The text of a value that is neither an object nor a list.</summary>
    public string? Scalar { get; set; }

    /// <summary>The names of an object's members; null for a list.</summary>
    public List<string>? Names { get; private set; }

    /// <summary>The values of an object or the items of a list.</summary>
    public List<JsonTree> Items { get; private set; } = [];

    public static JsonTree Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        return Parse(ref reader);
    }

    public static JsonTree Of(string scalar) => new() { Scalar = scalar };

    public static JsonTree List(params JsonTree[] items) => new() { Items = [.. items] };

    public JsonTree Copy() => new() { Scalar = Scalar, Names = Names is null ? null : [.. Names], Items = [.. Items.Select(item => item.Copy())] };

    /// <summary>Becomes another value.</summary>
    public void Become(JsonTree other) => (Scalar, Names, Items) = (other.Scalar, other.Names, other.Items);

    public void Add(string name, JsonTree value)
    {
        (Names ??= []).Add(name);
        Items.Add(value);
    }

    public void RemoveAt(int index)
    {
        Names?.RemoveAt(index);
        Items.RemoveAt(index);
    }

    /// <summary>This value and all that it contains.</summary>
    public IEnumerable<JsonTree> All() => Items.SelectMany(item => item.All()).Prepend(this);

    public byte[] ToUtf8()
    {
        var text = new StringBuilder();
        Write(text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static JsonTree Parse(ref Utf8JsonReader reader)
    {
        var tree = new JsonTree();
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                tree.Names = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    tree.Names.Add(reader.GetString()!);
                    reader.Read();
                    tree.Items.Add(Parse(ref reader));
                }
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    tree.Items.Add(Parse(ref reader));
                break;
            case JsonTokenType.String:
                tree.Scalar = JsonSerializer.Serialize(reader.GetString());
                break;
            default:
                tree.Scalar = Encoding.UTF8.GetString(reader.ValueSpan);
                break;
        }
        return tree;
    }

    private void Write(StringBuilder text)
    {
        if (Scalar is not null)
        {
            text.Append(Scalar);
            return;
        }
        text.Append(Names is null ? '[' : '{');
        for (var i = 0; i < Items.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            if (Names is not null)
                text.Append(JsonSerializer.Serialize(Names[i])).Append(':');
            Items[i].Write(text);
        }
        text.Append(Names is null ? ']' : '}');
    }
}
