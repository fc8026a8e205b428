using System.Globalization;

namespace LanguageJobs.Texts;

/// <summary>The units of one text, for converting places in it from a unit to UTF-16 and back.</summary>
internal sealed class TextRuler
{
    // Where each unit begins in UTF-16, and the end of the text; null where places are in UTF-16 already.
    private readonly int[]? starts;

    public TextRuler(string text, TextUnit unit, LineEnds lineEnds)
    {
        Length = text.Length;
        var isUtf16 = unit == TextUnit.Utf16CodeUnit || (unit == TextUnit.UnicodeCodePoint && !HasSurrogates(text));
        if (isUtf16 && lineEnds == LineEnds.AsTheyAre)
            return;
        List<int> starts = new(text.Length + 1);
        foreach (var start in Starts(text, unit))
        {
            var isLineFeed = text[start] == '\n';
            var followsReturn = isLineFeed && start > 0 && text[start - 1] == '\r';
            if (followsReturn && lineEnds == LineEnds.CrLfIsOne)
                continue;
            starts.Add(start);
            if (isLineFeed && !followsReturn && lineEnds == LineEnds.LfIsTwo)
                starts.Add(start);
        }
        starts.Add(text.Length);
        this.starts = [.. starts];
        Length = starts.Count - 1;
    }

    /// <summary>How long the text is in the unit.</summary>
    public int Length { get; }

    /// <summary>The same span in UTF-16; null when it does not lie within the text.</summary>
    public TextSpan? ToUtf16(TextSpan span)
    {
        if (span.Offset < 0 || span.Length < 0 || span.End > Length)
            return null;
        return starts is null ? span : new TextSpan(starts[span.Offset], starts[(int)span.End] - starts[span.Offset]);
    }

    /// <summary>The same span of UTF-16 in the unit. One that begins or ends within a unit covers the whole of it.</summary>
    public TextSpan FromUtf16(TextSpan span)
    {
        if (starts is null)
            return span;
        var first = FirstUnitAt(starts, span.Offset);
        return new TextSpan(first, span.Length == 0 ? 0 : LastUnitAt(starts, (int)span.End - 1) + 1 - first);
    }

    // A unit that begins before a place holds it; several units may begin at one place.
    private static int FirstUnitAt(int[] starts, int index)
    {
        var found = UnitAt(starts, index);
        while (found > 0 && starts[found - 1] == starts[found])
            found--;
        return found;
    }

    private static int LastUnitAt(int[] starts, int index)
    {
        var found = UnitAt(starts, index);
        while (found + 1 < starts.Length && starts[found + 1] == starts[found])
            found++;
        return found;
    }

    private static int UnitAt(int[] starts, int index)
    {
        var found = Array.BinarySearch(starts, index);
        return found >= 0 ? found : ~found - 1;
    }

    // CR and LF are always apart here.
    private static IEnumerable<int> Starts(string text, TextUnit unit) => unit switch
    {
        TextUnit.Utf16CodeUnit => Enumerable.Range(0, text.Length),
        TextUnit.UnicodeCodePoint => CodePoints(text),
        TextUnit.TextElement => TextElements(text),
        TextUnit.LegacyTextElement => LegacyTextElements(text),
        _ => CodePoints(text).SelectMany(start => Enumerable.Repeat(start, Utf8Length(text, start))),
    };

    private static IEnumerable<int> CodePoints(string text)
    {
        for (var i = 0; i < text.Length; i += IsPair(text, i) ? 2 : 1)
            yield return i;
    }

    private static IEnumerable<int> TextElements(string text)
    {
        var last = -1;
        foreach (var start in StringInfo.ParseCombiningCharacters(text))
        {
            if (last >= 0 && last + 1 < start && text[last] == '\r')
                yield return last + 1;
            yield return last = start;
        }
        if (last >= 0 && last + 1 < text.Length && text[last] == '\r')
            yield return last + 1;
    }

    // A mark joins what stands before it, unless that is itself one that joined nothing, or no character to carry a mark.
    private static IEnumerable<int> LegacyTextElements(string text)
    {
        var carriesMarks = false;
        foreach (var start in CodePoints(text))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(text, start);
            var isMark = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
            if (isMark && carriesMarks)
                continue;
            carriesMarks = !isMark && category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);
            yield return start;
        }
    }

    private static int Utf8Length(string text, int index) => text[index] switch
    {
        < '\u0080' => 1,
        < '\u0800' => 2,
        _ => IsPair(text, index) ? 4 : 3,
    };

    private static bool HasSurrogates(string text)
    {
        foreach (var character in text)
        {
            if (char.IsSurrogate(character))
                return true;
        }
        return false;
    }

    private static bool IsPair(string text, int index) => index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
}
