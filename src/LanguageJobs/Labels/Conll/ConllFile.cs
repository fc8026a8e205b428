using System.Text;
using LanguageJobs.Texts;

namespace LanguageJobs.Labels;

/// <summary>
/// Reads words and their tags: the first and the last column of each line, in the schemes IOB, IOB2, IOBES and BILOU. The words are looked
/// up in the document's text; without it, offsets count in the words joined by blanks.
/// </summary>
internal sealed class ConllFile
{
    private const string DocumentStart = "-DOCSTART-";

    private static readonly char[] Blanks = [' ', '\t'];

    // The words of each document.
    private readonly List<List<(string Text, string Tag, int Line)>> documents = [[]];
    private readonly List<LanguageLabel> labels = [];
    private string? withoutText;

    /// <summary>
    /// True when every line that is not empty has the same number of columns, two at least, and a tag in the last one. A single line needs
    /// a tab, since a sentence may end like a tag.
    /// </summary>
    public static bool Fits(ReadOnlySpan<byte> utf8)
    {
        var (lines, columns, hasTabs) = (0, 0, false);
        foreach (var line in Lines(Decode(utf8)))
        {
            var parts = Columns(line);
            if (parts.Length == 0 || parts[0] == DocumentStart)
                continue;
            if (parts.Length < 2 || (columns > 0 && parts.Length != columns) || !IsTag(parts[parts.Length - 1]))
                return false;
            (lines, columns, hasTabs) = (lines + 1, parts.Length, hasTabs || line.IndexOf('\t') >= 0);
        }
        return lines > 1 || hasTabs;
    }

    /// <param name="utf8">The file.</param>
    /// <param name="fileName">Its name, which says the document's id.</param>
    /// <param name="textOf">Finds a document's text; null when there are no texts.</param>
    /// <exception cref="LabelFormatException">A line has no word and tag, or the words are not those of the text.</exception>
    public static LabelFile Read(ReadOnlySpan<byte> utf8, string fileName, Func<string, DocumentText?>? textOf)
    {
        var file = new ConllFile();
        var number = 0;
        foreach (var line in Lines(Decode(utf8)))
            file.ReadLine(line, ++number);
        var id = ConllFileName.DocumentIdOf(fileName);
        for (var i = 0; i < file.documents.Count; i++)
            file.AddLabels(file.documents.Count == 1 ? id : FormattableString.Invariant($"{id}-{i + 1}"), file.documents[i], textOf);
        return new LabelFile(LabelKinds.Entities, file.labels) { WithoutText = file.withoutText };
    }

    private static string Decode(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(utf8.ToArray());
        }
        catch (DecoderFallbackException e)
        {
            throw new LabelFormatException("The file is not UTF-8 text.", e);
        }
    }

    private static IEnumerable<string> Lines(string text)
    {
        var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static string[] Columns(string line) =>
        line.Split(line.IndexOf('\t') >= 0 ? ['\t'] : Blanks, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsTag(string tag) => tag == "O" || (tag.Length > 2 && tag[1] == '-' && "BIESLU".IndexOf(tag[0]) >= 0);

    private void ReadLine(string line, int number)
    {
        var columns = Columns(line);
        if (columns.Length == 0)
            return;
        if (columns[0] == DocumentStart)
        {
            if (documents[documents.Count - 1].Count > 0)
                documents.Add([]);
            return;
        }
        if (columns.Length < 2 || !IsTag(columns[columns.Length - 1]))
            throw new LabelFormatException($"Line {number} should have a word and a tag such as O, B-Name or I-Name.");
        documents[documents.Count - 1].Add((columns[0], columns[columns.Length - 1], number));
    }

    private void AddLabels(string id, List<(string Text, string Tag, int Line)> words, Func<string, DocumentText?>? textOf)
    {
        var text = textOf?.Invoke(id)?.Text;
        if (text is null)
            withoutText ??= id;
        var places = text is null ? JoinedPlaces(words) : PlacesIn(text, words);
        var before = labels.Count;
        var origin = new LabelOrigin(id);
        foreach (var (first, last, category) in Entities(words))
        {
            var place = new TextSpan(places[first].Offset, (int)places[last].End - places[first].Offset);
            labels.Add(origin.Entity(category, place, text?.Length));
        }
        if (labels.Count == before)
            labels.Add(origin.Label());
    }

    private static TextSpan[] PlacesIn(string text, List<(string Text, string Tag, int Line)> words)
    {
        var places = new TextSpan[words.Count];
        var position = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var (word, _, line) = words[i];
            while (position < text.Length && WordSplitter.IsBlank(text[position]))
                position++;
            if (string.CompareOrdinal(text, position, word, 0, word.Length) != 0)
                throw new LabelFormatException($"The word '{word}' of line {line} does not follow in the text of the document.");
            places[i] = new TextSpan(position, word.Length);
            position += word.Length;
        }
        return places;
    }

    private static TextSpan[] JoinedPlaces(List<(string Text, string Tag, int Line)> words)
    {
        var places = new TextSpan[words.Count];
        var position = 0;
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = new TextSpan(position, words[i].Text.Length);
            position += words[i].Text.Length + 1;
        }
        return places;
    }

    // I, E and L go on with an entity of the same name, unless that has ended; in the oldest scheme, I also begins one.
    private static IEnumerable<(int First, int Last, string Category)> Entities(List<(string Text, string Tag, int Line)> words)
    {
        var first = -1;
        var category = "";
        for (var i = 0; i <= words.Count; i++)
        {
            var tag = i < words.Count ? words[i].Tag : "O";
            var name = tag == "O" ? "" : tag.Substring(2);
            var goesOn = first >= 0 && tag[0] is 'I' or 'E' or 'L' && name == category
                && words[i - 1].Tag[0] is not ('E' or 'L' or 'S' or 'U');
            if (goesOn)
                continue;
            if (first >= 0)
                yield return (first, i - 1, category);
            (first, category) = tag == "O" ? (-1, "") : (i, name);
        }
    }
}
