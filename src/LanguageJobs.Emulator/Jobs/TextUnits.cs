using System.Globalization;
using LanguageJobs.Emulator.Models;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>Counts a text in the units that clients may ask for.</summary>
internal static class TextUnits
{
    /// <summary>The same spans, counted in another unit. A span that begins or ends within a unit covers the whole of it.</summary>
    public static IEnumerable<EntitySpan> Convert(string text, IEnumerable<EntitySpan> spans, StringIndexType unit)
    {
        if (unit == StringIndexType.Utf16CodeUnit)
            return spans;
        var starts = unit == StringIndexType.TextElements ? StringInfo.ParseCombiningCharacters(text) : CodePointStarts(text);
        return spans.Select(span => Convert(starts, span));
    }

    public static int CountTextElements(string text) => new StringInfo(text).LengthInTextElements;

    private static EntitySpan Convert(int[] starts, EntitySpan span)
    {
        var first = UnitOf(starts, span.Start);
        var last = UnitOf(starts, span.End - 1);
        return span with { Start = first, Length = last - first + 1 };
    }

    private static int UnitOf(int[] starts, int index)
    {
        var found = Array.BinarySearch(starts, index);
        return found >= 0 ? found : ~found - 1;
    }

    private static int[] CodePointStarts(string text) =>
        [.. Enumerable.Range(0, text.Length).Where(i => i == 0 || !char.IsSurrogatePair(text, i - 1))];
}
