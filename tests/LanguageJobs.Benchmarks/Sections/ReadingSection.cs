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
    public override IEnumerable<Figure> Measure(Scale scale)
    {
        // In this process: all methods share one warm runtime, and a noisy machine treats them alike.
        var job = scale.IsSmoke
            ? Job.Dry
            : Job.Default.WithWarmupCount(5).WithIterationCount(25).WithIterationTime(TimeInterval.FromMilliseconds(200));
        var config = ManualConfig.CreateEmpty()
            .AddJob(job.WithToolchain(InProcessEmitToolchain.Instance))
            .AddLogger(NullLogger.Instance)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "languagejobs-benchmarks"));
        var reports = BenchmarkRunner.Run<ReadingBenchmarks>(config).Reports.ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name);

        var walk = Seconds(reports[nameof(ReadingBenchmarks.Walk)]);
        var serializer = Seconds(reports[nameof(ReadingBenchmarks.Serializer)]);
        var generated = Seconds(reports[nameof(ReadingBenchmarks.GeneratedSerializer)]);
        yield return Time("Language API", Seconds(reports[nameof(ReadingBenchmarks.Read)]), walk, serializer, generated);
        yield return Time("v3.2-preview.2", Seconds(reports[nameof(ReadingBenchmarks.ReadTextAnalytics)]), walk, serializer, generated);
        yield return Allocations(Allocated(reports[nameof(ReadingBenchmarks.Read)]), Allocated(reports[nameof(ReadingBenchmarks.Serializer)]));
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

    private static double Seconds(BenchmarkReport report) => report.ResultStatistics!.Median / 1e9;

    private static double Allocated(BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? double.NaN;
}
