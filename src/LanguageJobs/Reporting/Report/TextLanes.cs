namespace LanguageJobs.Reporting;

/// <summary>A part of a text over which the marks are the same.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Marks">The marks over it with their lanes, the highest lane first.</param>
internal sealed record TextSegment(int Start, int End, IReadOnlyList<(TextMark Mark, int Lane)> Marks);

/// <summary>Lays marks out in lanes, so that those that overlap can all be seen: each has the lowest lane that is free over its whole extent.</summary>
internal static class TextLanes
{
    /// <summary>The text from its start to an end, cut where marks begin and end. Marks are not empty and lie within it.</summary>
    public static IEnumerable<TextSegment> Segments(int end, IEnumerable<TextMark> marks)
    {
        var laned = InLanes(marks);
        var cuts = laned.SelectMany(item => new[] { item.Mark.Start, item.Mark.End }).Append(0).Append(end).Distinct().OrderBy(cut => cut).ToArray();
        var next = 0;
        List<(TextMark Mark, int Lane)> open = [];
        for (var i = 0; i + 1 < cuts.Length; i++)
        {
            open.RemoveAll(item => item.Mark.End <= cuts[i]);
            for (; next < laned.Count && laned[next].Mark.Start == cuts[i]; next++)
                open.Add(laned[next]);
            yield return new TextSegment(cuts[i], cuts[i + 1], [.. open.OrderByDescending(item => item.Lane)]);
        }
    }

    private static List<(TextMark Mark, int Lane)> InLanes(IEnumerable<TextMark> marks)
    {
        List<int> ends = [];
        List<(TextMark, int)> laned = [];
        foreach (var mark in marks.OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End))
        {
            var lane = ends.FindIndex(end => end <= mark.Start);
            if (lane < 0)
            {
                lane = ends.Count;
                ends.Add(0);
            }
            ends[lane] = mark.End;
            laned.Add((mark, lane));
        }
        return laned;
    }
}
