using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LanguageJobs.Benchmarks.Jobs;
using LanguageJobs.Benchmarks.Reading;
using LanguageJobs.Benchmarks.Report;
using LanguageJobs.Wire;
using Perfolizer.Horology;

namespace LanguageJobs.Benchmarks.Sections;

/// <summary>The bytes of a job into rows.</summary>
public sealed class ReadingSection() : Section("reading")
{
    private const int Runs = 7;

    public override IEnumerable<Figure> Measure(Scale scale)
    {
        var runs = Enumerable.Range(0, scale.IsSmoke ? 1 : Runs).Select(_ => Run(scale)).ToArray();
        double Seconds(string method) => Words.Median(runs.Select(run => run[method].ResultStatistics!.Median)) / 1e9;
        double Allocated(string method) => runs[0][method].GcStats.GetBytesAllocatedPerOperation(runs[0][method].BenchmarkCase) ?? double.NaN;

        var walk = Seconds(nameof(ReadingBenchmarks.Walk));
        var serializer = Seconds(nameof(ReadingBenchmarks.Serializer));
        var generated = Seconds(nameof(ReadingBenchmarks.GeneratedSerializer));
        yield return Time("Language API", Seconds(nameof(ReadingBenchmarks.Read)), walk, serializer, generated);
        yield return Time("v3.2-preview.2", Seconds(nameof(ReadingBenchmarks.ReadTextAnalytics)), walk, serializer, generated);
        yield return Allocations(Allocated(nameof(ReadingBenchmarks.Read)), Allocated(nameof(ReadingBenchmarks.Serializer)));
    }

    // In this process, where all methods share one warm runtime, and in short turns, so that a busy moment of the machine meets all of them.
    private static Dictionary<string, BenchmarkReport> Run(Scale scale)
    {
        var job = scale.IsSmoke
            ? Job.Dry
            : Job.Default.WithWarmupCount(3).WithIterationCount(11).WithIterationTime(TimeInterval.FromMilliseconds(100));
        var config = ManualConfig.CreateEmpty()
            .AddJob(job.WithToolchain(InProcessEmitToolchain.Instance))
            .AddLogger(NullLogger.Instance)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "languagejobs-benchmarks"));
        return BenchmarkRunner.Run<ReadingBenchmarks>(config).Reports.ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name);
    }

    private static Figure Time(string dialect, double read, double walk, double serializer, double generated) => new(
        $"One job into {JobText.Rows.ToString("#,0", CultureInfo.InvariantCulture)} rows, {dialect}",
        Words.Seconds(read),
        $"bare `Utf8JsonReader` pass {Words.Seconds(walk)}: {Words.Times(read / walk)}",
        $"`JsonSerializer` {Words.Seconds(serializer)}: {Words.Times(serializer / read)} faster (source-generated {Words.Seconds(generated)}: {Words.Times(generated / read)})",
        "≤ 2× the pass, ≥ 2× faster than the serializer",
        read <= 2 * walk && serializer >= 2 * read);

    private static Figure Allocations(double read, double serializer)
    {
        var kept = BytesKept();
        return new(
            "… and what it allocates",
            Words.Bytes(read),
            $"the objects that come out, {Words.Bytes(kept)}: {Words.Times(read / kept)}",
            $"`JsonSerializer` {Words.Bytes(serializer)}",
            "≤ 1.3× the objects",
            read <= 1.3 * kept);
    }

    // What stays when the garbage is gone, over many jobs so that the collector's own rounding does not count.
    private static double BytesKept()
    {
        const int Jobs = 200;
        var words = new StringPool();
        var utf8 = JobText.Language(1);
        var jobs = new LanguageJob[Jobs + 1];
        jobs[Jobs] = JobBody.Read(utf8, words).Job;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Jobs; i++)
            jobs[i] = JobBody.Read(utf8, words).Job;
        var kept = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Jobs;
        GC.KeepAlive(jobs);
        return kept;
    }
}
