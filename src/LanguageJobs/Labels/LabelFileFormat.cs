using System.Text.Json;

namespace LanguageJobs.Labels;

/// <summary>Finds out in which format a file with labels is written.</summary>
internal static class LabelFileFormat
{
    /// <summary>The format of a file.</summary>
    /// <param name="utf8">The file.</param>
    /// <exception cref="LabelFormatException">It is in none of the formats.</exception>
    public static LanguageLabelFormat Of(ReadOnlySpan<byte> utf8)
    {
        var start = 0;
        while (start < utf8.Length && utf8[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            start++;
        if (start == utf8.Length)
            throw new LabelFormatException("The file is empty.");
        if (utf8[start] is not ((byte)'{' or (byte)'['))
        {
            return ConllFile.Fits(utf8)
                ? LanguageLabelFormat.Conll
                : throw new LabelFormatException("The file is not valid JSON, and its lines are not words and tags as in CoNLL.");
        }
        try
        {
            return OfJson(utf8);
        }
        catch (JsonException e)
        {
            throw JsonMembers.Invalid(e);
        }
    }

    // The first members show the format. Nothing after the first object is read, since JSON lines have more than one.
    private static LanguageLabelFormat OfJson(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            return reader.TokenType == JsonTokenType.StartArray ? LanguageLabelFormat.Spacy
                : reader.TokenType == JsonTokenType.StartObject ? OfObject(ref reader, LanguageLabelFormat.LabelStudio)
                : throw Unknown();
        }
        return reader.TokenType == JsonTokenType.StartObject ? OfObject(ref reader, LanguageLabelFormat.Azure) : throw Unknown();
    }

    private static LanguageLabelFormat OfObject(ref Utf8JsonReader reader, LanguageLabelFormat otherwise)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("text"))
                return LanguageLabelFormat.Doccano;
            var isData = reader.ValueTextEquals("data");
            var isExamples = reader.ValueTextEquals("annotations") && otherwise == LanguageLabelFormat.Azure;
            reader.Read();
            if (isData)
                return reader.TokenType == JsonTokenType.String ? LanguageLabelFormat.Doccano : LanguageLabelFormat.LabelStudio;
            if (isExamples)
                return LanguageLabelFormat.Spacy;
            reader.Skip();
        }
        return otherwise;
    }

    private static LabelFormatException Unknown() =>
        new("The JSON contains no labels. A project of the service is an object; the files of other tools are lists or lines of objects.");
}
