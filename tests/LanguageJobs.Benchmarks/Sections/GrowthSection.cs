using System.Globalization;
using LanguageJobs.Benchmarks.Hosting;
using LanguageJobs.Benchmarks.Jobs;
using LanguageJobs.Benchmarks.Report;

namespace LanguageJobs.Benchmarks.Sections;

/// <summary>Time and memory against the number of rows: streamed to nowhere, and kept in a variable.</summary>
public sealed class GrowthSection() : Section("growth")
{
    private const int DifferentFiles = 1000;
    private const int MostRuns = 9;
    private const string Pipeline = "Import-LanguageJob -LiteralPath $files | Get-LanguageJobEntity";

    public override IEnumerable<Figure> Measure(Scale scale)
    {
        using var folder = new JobFolder(Math.Min(DifferentFiles, scale.GrowthFiles.Max()));
        var points = scale.GrowthFiles.Select(files =>
        {
            var streamed = Child.Measure(Name, "stream", folder.FullName, files);
            var kept = Child.Measure(Name, "keep", folder.FullName, files);
            return new GrowthPoint(files * (double)JobText.Rows, streamed[0], kept[0], streamed[1], kept[1]);
        }).ToArray();
        if (!scale.IsSmoke)
            File.WriteAllText(Repository.PathOf("docs", "growth.svg"), GrowthPlot.Draw(points));

        yield return Line("Time, streamed", points, point => point.StreamedSeconds, Words.Seconds, 0.9, 1.1);
        yield return Line("Time, every row kept in a variable", points, point => point.KeptSeconds, Words.Seconds, 0.9, 1.1);
        yield return Line("Heap, every row kept", points, point => point.KeptBytes, Words.Bytes, 0.9, 1.1);
        yield return Line("Peak memory, streamed", points, point => point.StreamedPeakBytes, Words.Bytes, double.NegativeInfinity, 0.1);
    }

    public override double[] InChild(string[] arguments)
    {
        var files = Directory.GetFiles(arguments[1]).Order(StringComparer.Ordinal).ToArray();
        var count = int.Parse(arguments[2], CultureInfo.InvariantCulture);
        using var engine = Engine.WithModule();
        // What a cold process compiles is no part of growth. A few files, many times: their memory is that of the smallest point.
        engine["files"] = files[..Math.Min(10, files.Length)];
        for (var run = 0; run < Math.Min(30, files.Length); run++)
            engine.Run($"{Pipeline} > $null");
        engine["files"] = Enumerable.Range(0, count).Select(i => files[i % files.Length]).ToArray();
        var runs = Math.Clamp(DifferentFiles / count, 1, MostRuns);
        return arguments[0] == "keep" ? Keep(engine, runs) : Stream(engine, runs);
    }

    // Not "$null = …": an assignment collects the rows first.
    private static double[] Stream(Engine engine, int runs) =>
        [Words.Median(Enumerable.Range(0, runs).Select(_ => engine.Run($"{Pipeline} > $null").TotalSeconds)), PeakBytes()];

    private static double[] Keep(Engine engine, int runs)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var times = Enumerable.Range(0, runs).Select(_ =>
        {
            engine["rows"] = null;
            return engine.Run($"$rows = {Pipeline}").TotalSeconds;
        }).ToArray();
        return [Words.Median(times), GC.GetTotalMemory(forceFullCollection: true) - before];
    }

    // A straight line in a log-log plot whose slope is 1 is growth in proportion; 0 is no growth.
    private static Figure Line(string what, GrowthPoint[] points, Func<GrowthPoint, double> value, Func<double, string> words, double least, double most)
    {
        var slope = Slope(points, value);
        return new(
            $"{what}, {Rows(points[0])} to {Rows(points[^1])} rows",
            $"{words(value(points[0]))} to {words(value(points[^1]))}",
            $"slope {slope.ToString("0.00", CultureInfo.InvariantCulture)} in a log-log plot",
            Figure.None,
            most < 0.5 ? "0: flat" : "1: linear",
            slope >= least && slope <= most);
    }

    private static string Rows(GrowthPoint point) => point.Rows.ToString("#,0", CultureInfo.InvariantCulture);

    private static double Slope(GrowthPoint[] points, Func<GrowthPoint, double> value)
    {
        var logs = points.Select(point => (X: Math.Log(point.Rows), Y: Math.Log(value(point)))).ToArray();
        var (x, y) = (logs.Average(log => log.X), logs.Average(log => log.Y));
        return logs.Sum(log => (log.X - x) * (log.Y - y)) / logs.Sum(log => (log.X - x) * (log.X - x));
    }
}
