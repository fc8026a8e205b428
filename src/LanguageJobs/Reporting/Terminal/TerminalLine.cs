using System.Text;

namespace LanguageJobs.Reporting;

/// <summary>Writes glyphs as a line for a terminal.</summary>
internal static class TerminalLine
{
    private const string Reset = "\u001b[0m";

    /// <summary>A line that switches off at its end whatever it switches on; without colors it is the same text alone.</summary>
    public static string Write(IEnumerable<Glyph> glyphs, bool isColored)
    {
        var line = new StringBuilder();
        var current = default(TextStyle);
        foreach (var glyph in glyphs)
        {
            if (isColored && glyph.Style != current)
            {
                if (current != default)
                    line.Append(Reset);
                line.Append(glyph.Style.Sequence);
                current = glyph.Style;
            }
            line.Append(glyph.Shown);
        }
        return current == default ? line.ToString() : line.Append(Reset).ToString();
    }
}
