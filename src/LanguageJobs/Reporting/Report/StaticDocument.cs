using System.Globalization;

namespace LanguageJobs.Reporting;

/// <summary>A document as a report shows it where no script runs: its text with the entities marked, its classes, what went wrong.</summary>
internal sealed class StaticDocument(Report report, ReportDocument document, TextWriter html)
{
    private const int LongestText = 4000;
    private const int HighestLane = 5;

    public void Write()
    {
        html.Write($"<article><h3><bdi>{Html.Line(document.Id)}</bdi></h3>\n");
        foreach (var result in document.Results)
            WriteProblems(result);
        if (document.Text is { } text)
            WriteText(text);
        foreach (var result in document.Results)
            WriteRows(result);
        html.Write("</article>\n");
    }

    private void WriteProblems(ReportResult result)
    {
        if (result.Error is { } error)
            html.Write(Html.Problem("bad", "Error", error.Code, error.Message));
        foreach (var warning in result.Warnings)
            html.Write(Html.Problem("warn", "Warning", warning.Code, warning.Message));
    }

    private void WriteText(string text)
    {
        var end = EndOf(text);
        var segments = TextLanes.Segments(end, Marks().Where(mark => mark.Start < mark.End && mark.End <= end)).ToArray();
        var lanes = segments.Length == 0 ? 0 : segments.Max(segment => segment.Marks.Count == 0 ? 0 : segment.Marks[0].Lane);
        html.Write($"<div class=\"text lanes{Class(lanes)}\" dir=\"auto\">");
        foreach (var segment in segments)
            WriteSegment(text, segment);
        html.Write(end < text.Length ? "</div><p class=\"soft\">The text goes on.</p>\n" : "</div>\n");
    }

    private void WriteSegment(string text, TextSegment segment)
    {
        foreach (var (mark, lane) in segment.Marks)
            html.Write($"<span class=\"mark lane{Class(lane)} {StaticContent.Color(mark.Color)}\">");
        html.Write(Html.Text(text.Substring(segment.Start, segment.End - segment.Start)));
        foreach (var _ in segment.Marks)
            html.Write("</span>");
        foreach (var (mark, _) in segment.Marks.Where(item => item.Mark.End == segment.End).OrderByDescending(item => item.Mark.Start))
            html.Write($"<bdi class=\"name {StaticContent.Color(mark.Color)}\">{Html.Line(mark.Name)}</bdi>");
    }

    // What the text does not show stands below it.
    private void WriteRows(ReportResult result)
    {
        var rows = result.Entities.Where((_, i) => document.Text is null || result.Places[i] is null)
            .Select(entity => (entity.Category, entity.ConfidenceScore, Text: report.ExcludesText ? "" : entity.Text))
            .Concat(result.Classes.Select(row => (row.Category, row.ConfidenceScore, Text: "")))
            .ToArray();
        if (rows.Length == 0)
            return;
        html.Write("<ul>");
        foreach (var (category, score, text) in rows)
            html.Write($"<li><bdi class=\"category {StaticContent.Color(report.NumberOf(category))}\">{Html.Line(category)}</bdi>{Score(score)} <bdi>{Html.Line(text)}</bdi></li>");
        html.Write("</ul>\n");
    }

    private IEnumerable<TextMark> Marks()
    {
        foreach (var result in document.Results)
        {
            for (var i = 0; i < result.Entities.Length; i++)
            {
                var entity = result.Entities[i];
                if (result.Places[i] is { } place)
                    yield return new TextMark(place.Offset, place.Offset + place.Length, entity.Category + Score(entity.ConfidenceScore), report.NumberOf(entity.Category));
            }
        }
    }

    // A pair of surrogates stays whole.
    private static int EndOf(string text) => text.Length <= LongestText ? text.Length : LongestText - (char.IsHighSurrogate(text[LongestText - 1]) ? 1 : 0);

    private static string Class(int lane) => Math.Min(lane, HighestLane).ToString(CultureInfo.InvariantCulture);

    private static string Score(double score) => double.IsNaN(score) ? "" : FormattableString.Invariant($" {score:0.00}");
}
