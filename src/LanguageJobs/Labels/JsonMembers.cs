using System.Text.Json;

namespace LanguageJobs.Labels;

/// <summary>Reads members of JSON objects from other programs. Null counts as absent.</summary>
internal static class JsonMembers
{
    /// <summary>The member, under the first of the names that is there; null when none is.</summary>
    public static JsonElement? Member(this JsonElement parent, string name, string? otherName = null)
    {
        Expect(parent, JsonValueKind.Object, "an object");
        if (parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
            return value;
        return otherName is null ? null : parent.Member(otherName);
    }

    /// <exception cref="LabelFormatException">The member is no text.</exception>
    public static string? Text(this JsonElement parent, string name, string? otherName = null) =>
        parent.Member(name, otherName) is { } value ? Expect(value, JsonValueKind.String, $"the text of {name}").GetString() : null;

    /// <exception cref="LabelFormatException">The member is missing, or no whole number from 0 on.</exception>
    public static int Number(this JsonElement parent, string name, string? otherName = null) => parent.Member(name, otherName) is { } value
        ? value.AsNumber(name)
        : throw new LabelFormatException($"{name} is missing.");

    /// <exception cref="LabelFormatException">The value is no whole number from 0 on.</exception>
    public static int AsNumber(this JsonElement value, string what) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0
            ? number
            : throw new LabelFormatException($"{what} must be a whole number of at least 0, not {value.GetRawText()}.");

    /// <summary>The elements of a list; none when it is absent.</summary>
    /// <exception cref="LabelFormatException">The member is no list.</exception>
    public static IEnumerable<JsonElement> List(this JsonElement parent, string name) => parent.Member(name) is { } value
        ? Expect(value, JsonValueKind.Array, $"the list of {name}").EnumerateArray()
        : [];

    /// <summary>A span as Python writes it: start, end and category.</summary>
    /// <exception cref="LabelFormatException">The value is something else.</exception>
    public static (int Start, int End, string Category) Triple(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() >= 3 && value[2].ValueKind == JsonValueKind.String
            ? (value[0].AsNumber("the start of a label"), value[1].AsNumber("the end of a label"), value[2].GetString()!)
            : throw new LabelFormatException($"a label should be a list of start, end and name, not {value.GetRawText()}.");

    public static JsonElement Expect(JsonElement value, JsonValueKind kind, string what) => value.ValueKind == kind
        ? value
        : throw new LabelFormatException($"Expected {what}, but found {Name(value.ValueKind)}.");

    /// <summary>The error of a file that is not JSON, with the place.</summary>
    public static LabelFormatException Invalid(JsonException e)
    {
        // "… LineNumber: 0 | BytePositionInLine: 0." counts from 0.
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var reason = (end < 0 ? e.Message : e.Message.Substring(0, end)).TrimEnd('.');
        return new LabelFormatException(
            FormattableString.Invariant($"The text is not valid JSON: {reason} (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})."), e);
    }

    /// <summary>The error of a file with text that UTF-16 cannot hold.</summary>
    public static LabelFormatException InvalidText(InvalidOperationException e) =>
        new($"The JSON contains text that is not valid Unicode: {e.Message}", e);

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
