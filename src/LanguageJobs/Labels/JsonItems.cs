using System.Text.Json;

namespace LanguageJobs.Labels;

/// <summary>Takes the items of a JSON file one by one, so a large file costs little more than its bytes and its labels.</summary>
internal static class JsonItems
{
    public delegate void Take(JsonElement item);

    public delegate void ReadFile(ref Utf8JsonReader reader);

    /// <summary>Reads a file of one JSON value, whose first token the reader has read.</summary>
    /// <exception cref="LabelFormatException">The file is not JSON, or holds something else.</exception>
    public static void Of(ReadOnlySpan<byte> utf8, ReadFile read)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            reader.Read();
            read(ref reader);
            reader.Read();
        }
        catch (JsonException e)
        {
            throw JsonMembers.Invalid(e);
        }
        catch (InvalidOperationException e)
        {
            throw JsonMembers.InvalidText(e);
        }
    }

    /// <summary>Takes each item of a file that is a list.</summary>
    /// <exception cref="LabelFormatException">The file is not a list or not JSON, or an item cannot be read.</exception>
    public static void OfList(ReadOnlySpan<byte> utf8, string what, Take take) => Of(utf8, (ref Utf8JsonReader reader) =>
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new LabelFormatException($"The JSON should be a list of {what}s.");
        OfArray(ref reader, what, take);
    });

    /// <summary>Takes each item of the list in which the reader stands.</summary>
    public static void OfArray(ref Utf8JsonReader reader, string what, Take take)
    {
        for (var number = 1; reader.Read() && reader.TokenType != JsonTokenType.EndArray; number++)
            TakeOne(JsonElement.ParseValue(ref reader), number, what, take);
    }

    /// <summary>Takes the object on each line of a file. Empty lines are passed over.</summary>
    /// <exception cref="LabelFormatException">A line is not JSON or cannot be read.</exception>
    public static void OfLines(ReadOnlySpan<byte> utf8, string what, Take take)
    {
        for (var number = 1; !utf8.IsEmpty; number++)
        {
            var end = utf8.IndexOf((byte)'\n');
            var line = end < 0 ? utf8 : utf8.Slice(0, end);
            utf8 = end < 0 ? default : utf8.Slice(end + 1);
            if (!IsBlank(line))
                TakeOne(Parse(line, number), number, what, take);
        }
    }

    private static JsonElement Parse(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            var item = JsonElement.ParseValue(ref reader);
            reader.Read();
            return item;
        }
        catch (JsonException e)
        {
            throw JsonMembers.Invalid(new JsonException(e.Message, e.Path, number - 1, e.BytePositionInLine, e));
        }
    }

    private static void TakeOne(JsonElement item, int number, string what, Take take)
    {
        try
        {
            take(item);
        }
        catch (LabelFormatException e)
        {
            throw new LabelFormatException($"The {what} {number} cannot be read: {e.Message}", e);
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line)
    {
        foreach (var character in line)
        {
            if (character is not ((byte)' ' or (byte)'\t' or (byte)'\r'))
                return false;
        }
        return true;
    }
}
