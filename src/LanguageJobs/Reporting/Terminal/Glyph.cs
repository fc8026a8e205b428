namespace LanguageJobs.Reporting;

/// <summary>A part of a line that is never cut: a character with all that combines with it.</summary>
/// <param name="Shown">What the terminal gets.</param>
/// <param name="Width">The columns that it takes.</param>
/// <param name="Style">How it is shown.</param>
internal readonly record struct Glyph(string Shown, int Width, TextStyle Style)
{
    /// <summary>A line may end before and after it, as in Chinese and Japanese.</summary>
    public bool IsWide { get; init; }

    /// <summary>It stays with what stands before and after it, even if it is a space.</summary>
    public bool IsTied { get; init; }

    private const char ZeroWidthJoiner = '\u200d';
    private const string Tab = "    ";

    /// <summary>The end of a line.</summary>
    public static readonly Glyph LineEnd = new("\n", 0, default);

    public bool IsLineEnd => Shown == "\n";

    /// <summary>A line may end after it, and then it is left out.</summary>
    public bool IsSpace => (Shown is " " or Tab) && !IsTied;

    /// <summary>It belongs to what follows: a bracket, or the number of one.</summary>
    public bool IsOpening => Shown.Length == 1 && "[(⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(Shown[0]) >= 0;

    /// <summary>It belongs to what precedes, as Chinese and Japanese punctuation and the end of a mark do.</summary>
    public bool IsClosing => Shown.Length == 1 && "])}.,;:!?、。，．：；！？）］｝」』】〉》".IndexOf(Shown[0]) >= 0;

    /// <summary>The glyphs of a text without line ends, such as a name.</summary>
    public static IEnumerable<Glyph> Of(string name, TextStyle style)
    {
        var shown = VisibleText.OfLine(name);
        return Of(shown, 0, shown.Length, style);
    }

    /// <summary>The glyphs of a part of a text.</summary>
    public static IEnumerable<Glyph> Of(string text, int start, int end, TextStyle style)
    {
        for (var i = start; i < end;)
        {
            var next = EndOfGlyph(text, i, end);
            yield return Of(text, i, next - i, text[i], style);
            i = next;
        }
    }

    private static Glyph Of(string text, int start, int length, char first, TextStyle style)
    {
        if (first == '\n' || (first == '\r' && length == 2))
            return LineEnd;
        if (first == '\t')
            return new Glyph(Tab, Tab.Length, style);
        if (VisibleText.Substitute(text, start) is { } substitute)
            return new Glyph(substitute, DisplayWidth.Of(substitute), style);
        var shown = text.Substring(start, length);
        var width = DisplayWidth.Of(shown);
        return new Glyph(shown, width, style) { IsWide = width > 1 };
    }

    private static int EndOfGlyph(string text, int start, int end)
    {
        if (text[start] == '\r' && start + 1 < end && text[start + 1] == '\n')
            return start + 2;
        var i = AfterCharacter(text, start);
        if (VisibleText.Substitute(text, start) is not null)
            return i;
        while (i < end && VisibleText.Substitute(text, i) is null && (DisplayWidth.IsJoined(text, i) || text[i - 1] == ZeroWidthJoiner))
            i = AfterCharacter(text, i);
        return Math.Min(i, end);
    }

    private static int AfterCharacter(string text, int index) => index + (char.IsSurrogatePair(text, index) ? 2 : 1);
}
