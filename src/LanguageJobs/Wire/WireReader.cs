using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LanguageJobs.Wire;

/// <summary>
/// A forward-only walk over a JSON text: members by name, values by expected type, everything unknown skipped. A value
/// method may stand on a member's name or on an array's element. JSON null is "nothing there" for every type.
/// </summary>
internal ref struct WireReader
{
    // The end of the year 9999, the last that a DateTimeOffset can hold.
    private const long LatestUnixTime = 253_402_300_800;

    private readonly ReadOnlySpan<byte> utf8;
    private readonly StringPool pool;
    private Utf8JsonReader json;

    public WireReader(ReadOnlySpan<byte> utf8, StringPool pool)
    {
        this.utf8 = utf8;
        this.pool = pool;
        json = new Utf8JsonReader(utf8);
    }

    /// <summary>What a value method would find now.</summary>
    [MethodImpl(PerRow.Inlined)]
    public JsonTokenType Peek()
    {
        if (json.TokenType is JsonTokenType.PropertyName or JsonTokenType.None)
            json.Read();
        return json.TokenType;
    }

    /// <summary>Enters an object; false for null.</summary>
    public bool EnterObject() => Enter(JsonTokenType.StartObject, "an object");

    /// <summary>Enters an array; false for null.</summary>
    public bool EnterArray() => Enter(JsonTokenType.StartArray, "an array");

    /// <summary>Goes to the next member's name; false at the object's end.</summary>
    [MethodImpl(PerRow.Inlined)]
    public bool NextMember()
    {
        json.Read();
        return json.TokenType != JsonTokenType.EndObject;
    }

    /// <summary>Goes to the next element; false at the array's end.</summary>
    public bool NextElement()
    {
        json.Read();
        return json.TokenType != JsonTokenType.EndArray;
    }

    // A name is compared with several; only one that is escaped, which the service never does, needs the reader's own comparison.
    [MethodImpl(PerRow.Inlined)]
    public readonly bool Is(ReadOnlySpan<byte> name) =>
        json.ValueSpan.SequenceEqual(name) || (json.ValueIsEscaped && json.ValueTextEquals(name));

    public readonly bool EndsWith(ReadOnlySpan<byte> suffix) => json.ValueSpan.EndsWith(suffix);

    public readonly string MemberName() => json.GetString()!;

    /// <summary>Passes over a member's value, or over an element.</summary>
    public void Skip()
    {
        Peek();
        json.Skip();
    }

    /// <summary>A string that is likely to be its only one: an entity's text, a message.</summary>
    [MethodImpl(PerRow.Inlined)]
    public string? Text() => IsString() ? json.GetString() : null;

    /// <summary>A string that is likely to come again.</summary>
    [MethodImpl(PerRow.Inlined)]
    public string? Word()
    {
        if (!IsString())
            return null;
        return (json.ValueIsEscaped ? null : pool.Find(json.ValueSpan)) ?? json.GetString();
    }

    [MethodImpl(PerRow.Inlined)]
    public int Int32() => IsNumber() && json.TryGetInt32(out var value) ? value : 0;

    public long Int64() => IsNumber() && json.TryGetInt64(out var value) ? value : 0;

    [MethodImpl(PerRow.Inlined)]
    public double Double() =>
        IsNumber() && (ShortDecimal.TryParse(json.ValueSpan, out var value) || json.TryGetDouble(out value)) ? value : double.NaN;

    public bool Boolean() => Peek() switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False or JsonTokenType.Null => false,
        _ => throw Expected("true or false"),
    };

    /// <summary>A time; without an offset it is UTC, and a text that is no time counts as absent.</summary>
    public DateTimeOffset? Time()
    {
        if (!IsString() || !json.TryGetDateTime(out var time))
            return null;
        return time.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(time, TimeSpan.Zero) : time.ToUniversalTime();
    }

    /// <summary>A time in seconds since 1970, a number or one in quotes; anything else counts as absent.</summary>
    public DateTimeOffset? UnixTime()
    {
        var text = Peek() switch
        {
            JsonTokenType.String => json.GetString(),
            JsonTokenType.Number => json.TryGetInt64(out var number) ? number.ToString(CultureInfo.InvariantCulture) : null,
            _ => null,
        };
        if (text is null)
            Skip();
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < LatestUnixTime
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }

    /// <summary>Makes sure that nothing but white space follows.</summary>
    public void End() => json.Read();

    public readonly WireFormatException Expected(string what) => WireFormatException.At(
        utf8, json.TokenStartIndex, $"The JSON is not as expected: {what} should stand here, not {Name(json.TokenType)}");

    /// <summary>Says what a failure of the JSON reader means: a text that ends early, or one that is malformed.</summary>
    public static WireFormatException Explain(ReadOnlySpan<byte> utf8, Exception failure)
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
        return WireFormatException.At(utf8, 0, $"The JSON holds text that is not valid Unicode: {failure.Message}", failure);
    }

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

    private bool Enter(JsonTokenType start, string what)
    {
        var token = Peek();
        if (token == JsonTokenType.Null)
            return false;
        return token == start ? true : throw Expected(what);
    }

    private bool IsString() => IsValue(JsonTokenType.String, "a string");

    private bool IsNumber() => IsValue(JsonTokenType.Number, "a number");

    [MethodImpl(PerRow.Inlined)]
    private bool IsValue(JsonTokenType type, string what)
    {
        var token = Peek();
        if (token == type)
            return true;
        return token == JsonTokenType.Null ? false : throw Expected(what);
    }
}
