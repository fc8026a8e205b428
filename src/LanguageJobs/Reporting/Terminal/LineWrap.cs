namespace LanguageJobs.Reporting;

/// <summary>Breaks glyphs into lines that are no wider than a terminal: between words, or within one that is wider than a line.</summary>
internal static class LineWrap
{
    public static IEnumerable<List<Glyph>> Wrap(IEnumerable<Glyph> glyphs, int width)
    {
        List<Glyph> line = [];
        var lineWidth = 0;
        // How many glyphs of the line stay if it has to end now; 0 while it has no place to end.
        var keep = 0;
        // The same without the last place to end.
        var earlier = 0;
        var continues = false;
        foreach (var glyph in glyphs)
        {
            if (glyph.IsLineEnd)
            {
                yield return WithoutTrailingSpaces(line);
                (line, lineWidth, keep, earlier, continues) = ([], 0, 0, 0, false);
                continue;
            }
            if (glyph.IsSpace && ((continues && line.Count == 0) || lineWidth + glyph.Width > width))
            {
                if (line.Count > 0)
                {
                    yield return WithoutTrailingSpaces(line);
                    (line, lineWidth, keep, earlier, continues) = ([], 0, 0, 0, true);
                }
                continue;
            }
            if (glyph.IsClosing && keep == line.Count && line is [.., { IsSpace: false }])
                keep = earlier;
            else if (glyph.IsWide && line.Count > 0 && !line[^1].IsOpening)
                keep = line.Count;
            if (lineWidth + glyph.Width > width && line.Count > 0)
            {
                if (keep == 0)
                    keep = line.Count;
                yield return WithoutTrailingSpaces(line.GetRange(0, keep));
                line.RemoveRange(0, keep);
                (lineWidth, keep, earlier, continues) = (line.Sum(kept => kept.Width), 0, 0, true);
            }
            line.Add(glyph);
            lineWidth += glyph.Width;
            if (glyph.IsSpace || glyph.IsWide)
                (earlier, keep) = (keep, line.Count);
        }
        if (line.Count > 0)
            yield return WithoutTrailingSpaces(line);
    }

    private static List<Glyph> WithoutTrailingSpaces(List<Glyph> line)
    {
        var end = line.Count;
        while (end > 0 && line[end - 1].IsSpace)
            end--;
        return line.GetRange(0, end);
    }
}
