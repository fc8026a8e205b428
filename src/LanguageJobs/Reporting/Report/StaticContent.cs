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
            html.Write(Html.Problem("bad", "Error", error.Code, error.Message, error.Scope == LanguageErrorScope.Task ? error.TaskName ?? error.TaskKind : null));
    }

    private void WriteScores()
    {
        foreach (var task in (report.Scores ?? []).GroupBy(score => score.TaskName ?? score.TaskKind))
        {
            Table($"Scores of task <bdi>{Html.Line(task.Key)}</bdi>", [Words("Category"), Numbers("Precision"), Numbers("Recall"), Numbers("F1"), Numbers("Support")], task, score =>
            [
                score.Category is { } category ? $"<bdi>{Html.Line(category)}</bdi>" : $"{score.Average} average",
                Figure(score.Precision), Figure(score.Recall), Figure(score.F1), Number(score.Support),
            ]);
        }
    }

    private void WriteCategories() => Table("Categories", [Words("Category"), Numbers("Rows"), Bars], report.Categories.Select((name, number) => (name, number)), category =>
    [
        $"<bdi class=\"category {Color(category.number)}\">{Html.Line(category.name)}</bdi>", Number(summary.Categories[category.number]),
        Bar(summary.Categories[category.number], summary.Categories.Max(), Color(category.number)),
    ]);

    private void WriteConfidence() => Table("Confidence", [Words("Scores"), Numbers("Rows"), Bars], Enumerable.Range(0, 10).Reverse(), tenth =>
    [
        FormattableString.Invariant($"{tenth / 10.0:0.0}–{(tenth + 1) / 10.0:0.0}"), Number(summary.Tenths[tenth]), Bar(summary.Tenths[tenth], summary.Tenths.Max(), ""),
    ]);

    private void WriteJobs() => Table("Jobs", [Words("Job"), Words("Name"), Words("Status")], report.Jobs, job =>
        [$"<bdi>{Html.Line(job.Id)}</bdi>", $"<bdi>{Html.Line(job.Name)}</bdi>", $"<bdi>{Html.Line(job.Status)}</bdi>"]);

    private static (string Name, string Class) Words(string name) => (name, "");

    private static (string Name, string Class) Numbers(string name) => (name, " class=\"number\"");

    private static (string Name, string Class) Bars => ("", " class=\"wide\"");

    // The first column says what a row is about.
    private void Table<T>(string caption, (string Name, string Class)[] columns, IEnumerable<T> rows, Func<T, string[]> cells)
    {
        html.Write($"<table><caption>{caption}</caption><thead><tr>");
        foreach (var (name, style) in columns)
            html.Write(name.Length > 0 ? $"<th scope=\"col\"{style}>{name}</th>" : $"<td{style}></td>");
        html.Write("</tr></thead><tbody>\n");
        foreach (var row in rows.Take(MostRows))
        {
            var shown = cells(row);
            html.Write($"<tr><th scope=\"row\">{shown[0]}</th>");
            for (var i = 1; i < shown.Length; i++)
                html.Write($"<td{columns[i].Class}>{shown[i]}</td>");
            html.Write("</tr>\n");
        }
        html.Write("</tbody></table>\n");
    }

    /// <summary>The class that gives a category its color in the style sheet of the page, which has ten.</summary>
    internal static string Color(int category) => FormattableString.Invariant($"c{category % 10}");

    private static string Bar(int value, int most, string color) => FormattableString.Invariant(
        $"<svg class=\"bar {color}\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"{100.0 * value / Math.Max(1, most):0.#}\" height=\"1\"/></svg>");

    private static string Figure(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
