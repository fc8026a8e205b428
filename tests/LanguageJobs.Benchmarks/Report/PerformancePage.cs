using System.Text.RegularExpressions;
using LanguageJobs.Benchmarks.Hosting;

namespace LanguageJobs.Benchmarks.Report;

/// <summary>
/// The page <c>docs/performance.md</c>. Its words are written by people; what stands between <c>&lt;!-- name --&gt;</c> and
/// <c>&lt;!-- /name --&gt;</c> is written by the measurements.
/// </summary>
public static class PerformancePage
{
    private const string Head = "| | measured | limit | peer | target | reached |\n|---|---|---|---|---|---|\n";

    private static readonly string File = Repository.PathOf("docs", "performance.md");

    public static string Table(IEnumerable<Figure> figures) => Head + string.Concat(figures.Select(figure => figure.ToRow() + "\n"));

    public static void Replace(string name, string text)
    {
        var page = System.IO.File.ReadAllText(File);
        var part = new Regex($"(?<=<!-- {name} -->\n).*?(?=<!-- /{name} -->)", RegexOptions.Singleline);
        if (!part.IsMatch(page))
            throw new InvalidOperationException($"{File} has no place for '{name}'.");
        System.IO.File.WriteAllText(File, part.Replace(page, text.Replace("$", "$$"), 1));
    }
}
