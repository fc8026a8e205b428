using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace LanguageJobs.Wire;

/// <summary>
/// A forward-only walk over a JSON text: members by name, values by expected type, everything unknown skipped. A value
/// method may stand on a member's name or on an array's element, and every one is either read or skipped. JSON null is "nothing
/// there" for every type. What stands in a body by the thousand (structure, plain strings, short numbers) is read here, which is much
/// faster; all else, and the reason of every failure, is left to <see cref="Utf8JsonReader"/>.
/// </summary>
/// <param name="utf8">The text; a byte order mark before it is passed over.</param>
/// <param name="pool">Where strings that come again are kept.</param>
internal ref struct WireReader(ReadOnlySpan<byte> utf8, StringPool pool)
{
    // The end of the year 9999, the last that a DateTimeOffset can hold.
    private const long LatestUnixTime = 253_402_300_800;

    // That of Utf8JsonReader.
    private const int DeepestNesting = 64;

    private readonly ReadOnlySpan<byte> utf8 = utf8 is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : utf8;
    private ReadOnlySpan<byte> name;
    private int position;
    private int depth;
    private int lost;
    private bool isFirst;

    /// <summary>How many bytes have been read.</summary>
    public readonly int Position => position;

    /// <summary>What a value method would find now.</summary>
    public JsonTokenType Peek() => NextByte() switch
    {
        (byte)'"' => JsonTokenType.String,
        (>= (byte)'0' and <= (byte)'9') or (byte)'-' => JsonTokenType.Number,
        (byte)'{' => JsonTokenType.StartObject,
        (byte)'[' => JsonTokenType.StartArray,
        (byte)'n' => JsonTokenType.Null,
        (byte)'t' => JsonTokenType.True,
        (byte)'f' => JsonTokenType.False,
        _ => throw Malformed(),
    };

    /// <summary>Where the value that comes next begins.</summary>
    public int NextStart()
    {
        NextByte();
        return position;
    }

    /// <summary>Enters an object; false for null.</summary>
    public bool EnterObject() => Enter((byte)'{', "an object");

    /// <summary>Enters an array; false for null.</summary>
    public bool EnterArray() => Enter((byte)'[', "an array");

    /// <summary>Goes to the next member's name; false at the object's end.</summary>
    [MethodImpl(PerRow.Optimized)]
    public bool NextMember()
    {
        if (!Next((byte)'}'))
            return false;
        if (NextByte() != '"')
            throw Malformed();
        name = StringBytes();
        if (NextByte() != ':')
            throw Malformed();
        position++;
        return true;
    }

    /// <summary>Goes to the next element; false at the array's end.</summary>
    public bool NextElement() => Next((byte)']');

    [MethodImpl(PerRow.Inlined)]
    public readonly bool Is(ReadOnlySpan<byte> name) => this.name.SequenceEqual(name);

    public readonly bool EndsWith(ReadOnlySpan<byte> suffix) => name.EndsWith(suffix);

    public readonly string MemberName() => pool.Find(name);

    /// <summary>Passes over a member's value, or over an element; it counts as lost.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Skip()
    {
        var json = Library();
        json.Skip();
        position += (int)json.BytesConsumed;
        Lose();
    }

    /// <summary>Says that something that was read has no place in the result.</summary>
    public void Lose() => lost++;

    /// <summary>The member whose value comes next. Once that is read, <see cref="IsLost"/> tells whether all of it has a place.</summary>
    [MethodImpl(PerRow.Inlined)]
    public readonly WireMember Member() => new(name, position, lost);

    /// <summary>True when the value of a member, or a part of it, was lost.</summary>
    [MethodImpl(PerRow.Inlined)]
    public readonly bool IsLost(in WireMember member) => lost != member.Lost;

    /// <summary>Keeps the value of a member as it stands in the text, so that nothing of it is lost.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Keep(in WireMember member, ref RawMembers? members)
    {
        var value = PlainText.Decode(utf8.Slice(member.Start, position - member.Start));
        (members ??= new RawMembers()).Add(pool.Find(member.Name), value.TrimStart());
        lost = member.Lost;
    }

    /// <summary>Keeps the value that comes next as it stands in the text.</summary>
    public void KeepNext(ref RawMembers? members)
    {
        var member = Member();
        Skip();
        Keep(member, ref members);
    }

    /// <summary>A string that is likely to be its only one: an entity's text, a message.</summary>
    [MethodImpl(PerRow.Optimized)]
    public string? Text() => IsString() ? PlainText.Decode(StringBytes()) : null;

    /// <summary>A string that is likely to come again.</summary>
    [MethodImpl(PerRow.Optimized)]
    public string? Word() => IsString() ? pool.Find(StringBytes()) : null;

    [MethodImpl(PerRow.Optimized)]
    public int Int32()
    {
        var start = position;
        if (TryShortNumber(out var digits, out var decimals) && decimals == 0 && digits <= int.MaxValue)
            return (int)digits;
        position = start;
        return (int)LongWhole(int.MinValue, int.MaxValue);
    }

    [MethodImpl(PerRow.Optimized)]
    public double Double() => TryShortNumber(out var digits, out var decimals) ? ShortDecimal.Value(digits, decimals) : LongDouble();

    public long Int64() => LongWhole(long.MinValue, long.MaxValue);

    public bool Boolean() => Peek() is JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null
        ? OneByLibrary().TokenType == JsonTokenType.True
        : throw Expected("true or false");

    /// <summary>A time; without an offset it is UTC, and a text that is no time counts as absent.</summary>
    public DateTimeOffset? Time()
    {
        if (!IsString() || !OneByLibrary().TryGetDateTime(out var time))
            return null;
        return time.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(time, TimeSpan.Zero) : time.ToUniversalTime();
    }

    /// <summary>A time in seconds since 1970, a number or one in quotes; anything else counts as absent.</summary>
    public DateTimeOffset? UnixTime()
    {
        if (Peek() is not (JsonTokenType.String or JsonTokenType.Number))
        {
            Skip();
            return null;
        }
        var json = OneByLibrary();
        var text = json.TokenType == JsonTokenType.String ? json.GetString() : Encoding.UTF8.GetString(json.ValueSpan.ToArray());
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < LatestUnixTime
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }

    /// <summary>Makes sure that nothing but white space follows.</summary>
    public void End()
    {
        SkipWhiteSpace();
        if (position < utf8.Length)
            throw Malformed();
    }

    public readonly WireFormatException Expected(string what) => Expected(what, Name(Library().TokenType));

    /// <summary>Says what a failure of the JSON reader means: a text that ends early, or one that is malformed.</summary>
    public readonly WireFormatException Explain(Exception failure)
    {
        // A reader that may be given more later fails only where the text is wrong, not where it just stops.
        var again = new Utf8JsonReader(utf8, isFinalBlock: false, default);
        try
        {
            while (again.Read())
            {
            }
        }
        catch (JsonException e)
        {
            return WireFormatException.At(utf8, again.BytesConsumed, $"The text is not valid JSON: {Reason(e)}", failure);
        }
        if (again.TokenType == JsonTokenType.None && again.BytesConsumed == utf8.Length)
            return new WireFormatException("The body is empty; a JSON object was expected.", failure);
        var open = again.CurrentDepth + (again.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);
        if (open > 0 || again.BytesConsumed < utf8.Length)
            return WireFormatException.At(utf8, utf8.Length, $"The JSON ends early: {StillOpen(open)}", failure);
        return WireFormatException.At(utf8, 0, $"The JSON contains text that is not valid Unicode: {failure.Message}", failure);
    }

    private readonly WireFormatException Expected(string what, string found) =>
        WireFormatException.At(utf8, position, $"Expected {what}, but found {found}");

    private static string StillOpen(int depth) => depth switch
    {
        0 => "a value is not complete",
        1 => "one object or array is still open",
        _ => $"{depth} objects or arrays are still open",
    };

    // "'<' is an invalid start of a value. LineNumber: 0 | BytePositionInLine: 0." without the place, which is said in our own way.
    private static string Reason(JsonException e)
    {
        var place = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? e.Message : e.Message.Substring(0, place)).TrimEnd('.');
    }

    private static string Name(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.Null => "null",
        _ => "this",
    };

    private bool Enter(byte start, string what)
    {
        if (!IsValue(NextByte() == start, what))
            return false;
        position++;
        isFirst = true;
        return ++depth <= DeepestNesting ? true : throw Malformed();
    }

    // Goes to the next member or element; at the end, leaves.
    [MethodImpl(PerRow.Inlined)]
    private bool Next(byte end)
    {
        var next = NextByte();
        if (next == end)
        {
            position++;
            depth--;
            isFirst = false;
            return false;
        }
        if (!isFirst)
        {
            if (next != ',')
                throw Malformed();
            position++;
        }
        isFirst = false;
        return true;
    }

    [MethodImpl(PerRow.Inlined)]
    private bool IsString() => IsValue(NextByte() == '"', "a string");

    private bool IsNumber() => IsValue(Peek() == JsonTokenType.Number, "a number");

    [MethodImpl(PerRow.Inlined)]
    private bool IsValue(bool isIt, string what) => isIt || IsOther(what);

    // Null is passed over here, since it is the same for all.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsOther(string expected)
    {
        if (Peek() != JsonTokenType.Null)
            throw Expected(expected);
        OneByLibrary();
        return false;
    }

    // The bytes of the string that begins here, without escapes.
    [MethodImpl(PerRow.Optimized)]
    private ReadOnlySpan<byte> StringBytes()
    {
        var text = utf8.Slice(position + 1);
        var length = PlainText.Length(text);
        if (length < 0)
            return EscapedBytes();
        position += length + 2;
        return text.Slice(0, length);
    }

    // False, and still before it, where something else stands or a number in another form.
    [MethodImpl(PerRow.Inlined)]
    private bool TryShortNumber(out long digits, out int decimals)
    {
        NextByte();
        var found = ShortDecimal.TryRead(utf8.Slice(position), out digits, out decimals, out var length);
        if (found)
            position += length;
        return found;
    }

    [MethodImpl(PerRow.Inlined)]
    private byte NextByte()
    {
        if (position < utf8.Length && utf8[position] > ' ')
            return utf8[position];
        SkipWhiteSpace();
        return position < utf8.Length ? utf8[position] : throw Malformed();
    }

    private void SkipWhiteSpace()
    {
        while (position < utf8.Length && utf8[position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            position++;
    }

    // What follows is not compiled into its callers: a method that holds a Utf8JsonReader, big as that is, clears the place for it on every call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ReadOnlySpan<byte> EscapedBytes() => Encoding.UTF8.GetBytes(OneByLibrary().GetString()!);

    // A whole number may be written as 12, 12.0 or 1.2e1. One that is not whole, or too large, would be a wrong place in a text.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private long LongWhole(long least, long most)
    {
        if (!IsNumber())
            return 0;
        var json = Library();
        if (!json.TryGetDecimal(out var value) || value < least || value > most || value != decimal.Truncate(value))
            throw Expected("a whole number", PlainText.Decode(json.ValueSpan));
        position += (int)json.BytesConsumed;
        return (long)value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private double LongDouble() => IsNumber() && OneByLibrary().TryGetDouble(out var value) ? value : double.NaN;

    // The number, word or string that begins here, read and passed by the library.
    private Utf8JsonReader OneByLibrary()
    {
        var json = Library();
        position += (int)json.BytesConsumed;
        return json;
    }

    private readonly Utf8JsonReader Library()
    {
        var json = new Utf8JsonReader(utf8.Slice(position));
        json.Read();
        return json;
    }

    // What is wrong, and where, is found out by Explain.
    private static JsonException Malformed() => new();
}
