using System.Globalization;

namespace LanguageJobs.Reporting;

/// <summary>
/// What a report shows where no script runs, as in the viewers of some build servers: the counts, the scores and the first documents. The page's script
/// replaces it.
/// </summary>
internal sealed class StaticContent(Report report, TextWriter html)
{
    private const int MostDocuments = 50;
    private const int MostRows = 100;

    private readonly ReportSummary summary = new(report);

    public void Write()
    {
        html.Write($"<header class=\"top\"><h1><bdi>{Html.Line(report.Title)}</bdi></h1></header>\n<main class=\"shown static\">\n");
        WriteNotice();
        WriteTiles();
        WriteErrors();
        WriteScores();
        WriteCategories();
        WriteConfidence();
        WriteJobs();
        html.Write("<h2>Documents</h2>\n");
        foreach (var document in report.Documents.Take(MostDocuments))
            new StaticDocument(report, document, html).Write();
        html.Write("</main>");
    }

    private void WriteNotice()
    {
        var shown = report.Documents.Count > MostDocuments ? $"the first {MostDocuments} of {Number(report.Documents.Count)} documents" : "the documents";
        html.Write(
            $"<p id=\"static\" class=\"note\">This is the summary and {shown}. Search, filters, "
            + $"{(report.Scores is null ? "" : "mistakes, ")}{(report.ReferenceJobs is null ? "" : "changes, ")}long texts and further documents need a viewer that runs scripts: "
            + "save this file and open it in a browser.</p>\n");
    }

    private void WriteTiles()
    {
        html.Write("<dl class=\"tiles\">");
        Tile("Documents", Number(report.Documents.Count));
        Tile("Failed", Number(summary.Failed));
        Tile("With warnings", Number(summary.WithWarnings));
        Tile("Rows", Number(summary.Rows));
        html.Write("</dl>\n");

        void Tile(string name, string value) => html.Write($"<div><dt>{name}</dt><dd>{value}</dd></div>");
    }

    private void WriteErrors()
    {
        foreach (var error in report.Errors.Take(MostRows))
            html.Write($"<p class=\"note bad\"><strong>Error <bdi>{Html.Line(error.Code)}</bdi></strong> <bdi>{Html.Line(error.Message)}</bdi></p>\n");
    }

    private void WriteScores()
    {
        if (report.Scores is not { Count: > 0 } scores)
            return;
        Table("Scores", ["Task", "Category", "Precision", "Recall", "F1", "Support"], scores, score =>
        [
            Html.Line(score.TaskName ?? score.TaskKind), Html.Line(score.Category ?? $"{score.Average} average"),
            Figure(score.Precision), Figure(score.Recall), Figure(score.F1), Number(score.Support),
        ]);
    }

    private void WriteCategories() => Table("Categories", ["Category", "Rows", ""], report.Categories.Select((name, number) => (name, number)), category =>
    [
        $"<bdi class=\"category {Color(category.number)}\">{Html.Line(category.name)}</bdi>", Number(summary.Categories[category.number]),
        Bar(summary.Categories[category.number], summary.Categories.Max(), Color(category.number)),
    ]);

    private void WriteConfidence() => Table("Confidence", ["Scores", "Rows", ""], Enumerable.Range(0, 10).Reverse(), tenth =>
    [
        FormattableString.Invariant($"{tenth / 10.0:0.0}–{(tenth + 1) / 10.0:0.0}"), Number(summary.Tenths[tenth]), Bar(summary.Tenths[tenth], summary.Tenths.Max(), ""),
    ]);

    private void WriteJobs() => Table("Jobs", ["Job", "Name", "Status"], report.Jobs, job =>
        [$"<bdi>{Html.Line(job.Id)}</bdi>", $"<bdi>{Html.Line(job.Name)}</bdi>", $"<bdi>{Html.Line(job.Status)}</bdi>"]);

    private void Table<T>(string caption, string[] columns, IEnumerable<T> rows, Func<T, string[]> cells)
    {
        html.Write($"<table><caption>{caption}</caption><thead><tr>{string.Concat(columns.Select(column => column.Length > 0 ? $"<th scope=\"col\">{column}</th>" : "<td></td>"))}</tr></thead><tbody>\n");
        foreach (var row in rows.Take(MostRows))
            html.Write($"<tr>{string.Concat(cells(row).Select(cell => $"<td>{cell}</td>"))}</tr>\n");
        html.Write("</tbody></table>\n");
    }

    /// <summary>The class that gives a category its color in the style sheet of the page, which has ten.</summary>
    internal static string Color(int category) => FormattableString.Invariant($"c{category % 10}");

    private static string Bar(int value, int most, string color) => FormattableString.Invariant(
        $"<svg class=\"bar {color}\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"{100.0 * value / Math.Max(1, most):0.#}\" height=\"1\"/></svg>");

    private static string Figure(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
