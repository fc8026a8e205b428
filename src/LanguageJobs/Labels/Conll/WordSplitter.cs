using System.Globalization;
using LanguageJobs.Texts;

namespace LanguageJobs.Labels;

/// <summary>
/// Splits texts into words. Letters and digits that follow each other are a word, every other character is one by itself; scripts that are
/// written without blanks have a word for each character.
/// </summary>
internal static class WordSplitter
{
    private const char FirstMark = '\u0300';

    /// <summary>The words of a text, in UTF-16. Between them there are blanks or nothing.</summary>
    public static List<TextSpan> In(string text)
    {
        List<TextSpan> words = [];
        var isInWord = false;
        for (var (index, next) = (0, 0); index < text.Length; index = next)
        {
            next = EndOfElement(text, index);
            // A mark may stand over a blank; the blank separates words all the same.
            var start = SkipBlanks(text, index, next);
            var isLetter = start < next && IsLetter(text, start);
            if (isLetter && isInWord && start == index)
                words[words.Count - 1] = words[words.Count - 1] with { Length = next - words[words.Count - 1].Offset };
            else if (start < next)
                words.Add(new TextSpan(start, next - start));
            isInWord = isLetter;
        }
        return words;
    }

    /// <summary>True for what separates words. Python, which reads the files, takes most control characters of ASCII for blanks.</summary>
    public static bool IsBlank(char character) => char.IsWhiteSpace(character) || character < ' ';

    /// <summary>The span without the blanks at its ends; empty when nothing is left.</summary>
    public static TextSpan Trim(string text, TextSpan span)
    {
        var end = (int)span.End;
        var start = SkipBlanks(text, span.Offset, end);
        while (start < end && IsBlank(text[end - 1]))
            end--;
        return new TextSpan(start, end - start);
    }

    private static int SkipBlanks(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start]))
            start++;
        return start;
    }

    // Nothing below the combining marks joins two characters.
    private static int EndOfElement(string text, int index) =>
        text[index] < FirstMark && (index + 1 == text.Length || text[index + 1] < FirstMark)
            ? index + 1
            : index + StringInfo.GetNextTextElement(text, index).Length;

    // What words consist of, except in scripts that are written without blanks.
    private static bool IsLetter(string text, int index)
    {
        if (text[index] < '\u0080')
            return text[index] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
        var category = CharUnicodeInfo.GetUnicodeCategory(text, index);
        return category is <= UnicodeCategory.OtherNumber or UnicodeCategory.Format or UnicodeCategory.ConnectorPunctuation
            && !IsWrittenWithoutBlanks(text, index);
    }

    // Thai, Lao, Myanmar, Khmer, Japanese kana, Chinese characters.
    private static bool IsWrittenWithoutBlanks(string text, int index)
    {
        var character = char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            ? char.ConvertToUtf32(text, index)
            : text[index];
        return character is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3040 and <= 0x30FF)
            or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0x20000 and <= 0x3FFFF);
    }
}
