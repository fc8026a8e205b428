using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Management.Automation;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LanguageJobs.Benchmarks.Hosting;
using LanguageJobs.Benchmarks.Jobs;
using LanguageJobs.Benchmarks.Report;

namespace LanguageJobs.Benchmarks.Sections;

/// <summary>A report as a file, and as a page in Chromium.</summary>
public sealed class ReportSection() : Section("report")
{
    private const int MostNodes = 15_000;

    private static readonly string Page = Repository.PathOf("src", "LanguageJobs.Report");

    public override IEnumerable<Figure> Measure(Scale scale)
    {
        var folder = Directory.CreateTempSubdirectory("languagejobs-");
        try
        {
            foreach (var (documents, entities) in scale.IsSmoke ? [(20, 4)] : ((int, int)[])[(2000, 20), (20_000, 10)])
            {
                var file = Path.Combine(folder.FullName, $"{documents}.html");
                var what = $"{documents:#,0} documents with {documents * entities:#,0} entities";
                foreach (var figure in Written(what, file, documents, entities, scale).Concat(scale.IsSmoke ? [] : Opened(what, file, scale.Rounds)))
                    yield return figure;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public override double[] InChild(string[] arguments)
    {
        var (file, rounds) = (arguments[0], Number(arguments[3]));
        var agreements = new Agreements(Number(arguments[1]), Number(arguments[2]));
        using var engine = Engine.WithModule();
        File.WriteAllBytes(file, agreements.Job);
        engine.Run($"$job = Import-LanguageJob '{file}'");
        engine["texts"] = agreements.Texts.Select(text => new PSObject(new { text.Id, text.Text })).ToArray();
        var export = $"$job | Export-LanguageJobReport '{file}' -Text $texts -WarningAction Ignore > $null";
        engine.Run(export);
        var data = DataOf(file);
        return [.. Enumerable.Range(0, rounds).SelectMany(_ => new[] { engine.Run(export).TotalSeconds, SerializeAndCompress(data, file + ".gz") })];
    }

    private IEnumerable<Figure> Written(string what, string file, int documents, int entities, Scale scale)
    {
        var turns = Child.Measure(Name, file, documents, entities, scale.Rounds);
        var written = Words.Median(turns.Where((_, i) => i % 2 == 0));
        var bare = Words.Median(turns.Where((_, i) => i % 2 == 1));
        yield return new(
            $"`Export-LanguageJobReport`, {what}",
            Words.Seconds(written),
            $"serializing the same data to a compressed file {Words.Seconds(bare)}: {Words.Times(written / bare)}",
            Figure.None,
            "≤ 3×",
            written <= 3 * bare);
        var bytes = new FileInfo(file).Length;
        var compressed = new FileInfo(file + ".gz").Length;
        var isAsked = documents == 2000;
        yield return new(
            "… and its size",
            Words.Bytes(bytes),
            $"the compressed data {Words.Bytes(compressed)}: {Words.Times((double)bytes / compressed)}",
            Figure.None,
            isAsked ? "≤ 3 MB" : Figure.None,
            isAsked ? bytes <= 3e6 : null);
    }

    // What a page of 20,000 documents takes is shown; what a page of 2,000 may take is fixed.
    private static IEnumerable<Figure> Opened(string what, string file, int rounds)
    {
        if (!Child.Exists("node") || !File.Exists("/usr/bin/chromium"))
        {
            yield return new($"The page of {what}", "not measured (no Node.js or Chromium here)", Figure.None, Figure.None, Figure.None, null);
            yield break;
        }
        if (!Directory.Exists(Path.Combine(Page, "node_modules")))
            Child.Run("npm", "ci", "--silent", "--prefix", Page);
        var numbers = Child.Run("node", Path.Combine(Page, "measure.mjs"), file, rounds.ToString(CultureInfo.InvariantCulture));
        var (interactive, empty, filter, nodes) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        var isAsked = what.StartsWith("2,000 ", StringComparison.Ordinal);
        yield return new(
            $"The page of {what}, until it can be used",
            Words.Seconds(interactive),
            $"an empty page {Words.Seconds(empty)}: {Words.Times(interactive / empty)}",
            Figure.None,
            isAsked ? "≤ 1 s" : Figure.None,
            isAsked ? interactive <= 1 : null);
        yield return new(
            "… and a filter, until it is painted",
            Words.Seconds(filter),
            $"an empty page {Words.Seconds(empty)}: {Words.Times(filter / empty)}",
            $"{nodes:#,0} nodes in the page",
            isAsked ? $"≤ 100 ms, ≤ {MostNodes:#,0} nodes" : Figure.None,
            isAsked ? filter <= 0.1 && nodes <= MostNodes : null);
    }

    private static double SerializeAndCompress(JsonElement data, string file)
    {
        var started = Stopwatch.GetTimestamp();
        using (var output = File.Create(file))
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal))
            JsonSerializer.Serialize(gzip, data);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static JsonElement DataOf(string page)
    {
        var base64 = Regex.Match(File.ReadAllText(page, Encoding.UTF8), "<script id=\"data\"[^>]*>([^<]*)<").Groups[1].Value;
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(base64)), CompressionMode.Decompress);
        return JsonDocument.Parse(gzip).RootElement;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
