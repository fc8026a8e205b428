using System.Globalization;

namespace LanguageJobs.Reporting;

/// <summary>
/// A text with its marks, as glyphs: <c>[EUR 12,500](Amount 0.98)</c>. Marks stand within one another where they are nested; where two
/// overlap and neither holds the other, both brackets of each bear its number: <c>[¹a [²b]¹(X) c]²(Y)</c>.
/// </summary>
internal static class MarkedText
{
    public static IEnumerable<Glyph> Glyphs(string text, IEnumerable<TextMark> marks)
    {
        var ordered = marks.OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End).ToArray();
        var numbers = Numbers(ordered);
        var next = 0;
        var at = 0;
        List<TextMark> open = [];
        foreach (var place in ordered.SelectMany(mark => new[] { mark.Start, mark.End }).Append(text.Length).Distinct().OrderBy(place => place))
        {
            foreach (var glyph in Glyph.Of(text, at, place, open.Count == 0 ? default : new TextStyle(open[^1].Color, IsBold: true)))
                yield return glyph;
            at = place;

            for (var i = open.Count - 1; i >= 0; i--)
            {
                if (open[i].End != place)
                    continue;
                foreach (var glyph in Closing(open[i], Number(open[i])))
                    yield return glyph;
                open.RemoveAt(i);
            }
            for (; next < ordered.Length && ordered[next].Start == place; next++)
            {
                var mark = ordered[next];
                foreach (var glyph in Opening(mark, Number(mark)))
                    yield return glyph;
                if (mark.End > place)
                {
                    open.Add(mark);
                    continue;
                }
                foreach (var glyph in Closing(mark, Number(mark)))
                    yield return glyph;
            }
        }

        string Number(TextMark mark) => numbers.TryGetValue(mark, out var number) ? number : "";
    }

    private static IEnumerable<Glyph> Opening(TextMark mark, string number) => Glyph.Of($"[{number}", new TextStyle(mark.Color, IsBold: false));

    private static IEnumerable<Glyph> Closing(TextMark mark, string number) =>
        Glyph.Of($"]{number}({mark.Name})", new TextStyle(mark.Color, IsBold: false)).Select(glyph => glyph with { IsTied = true, IsWide = false });

    // Marks that overlap another one without nesting, numbered in the order in which they begin.
    private static Dictionary<TextMark, string> Numbers(TextMark[] ordered)
    {
        HashSet<TextMark> crossing = [];
        List<TextMark> open = [];
        foreach (var mark in ordered)
        {
            open.RemoveAll(other => other.End <= mark.Start);
            foreach (var other in open.Where(other => other.Start < mark.Start && other.End < mark.End))
            {
                crossing.Add(other);
                crossing.Add(mark);
            }
            open.Add(mark);
        }
        var number = 0;
        return ordered.Where(crossing.Contains).ToDictionary(mark => mark, _ => Superscript(++number));
    }

    private static string Superscript(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));
}
