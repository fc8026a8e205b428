using System.Text.Json;
using BenchmarkDotNet.Attributes;
using LanguageJobs.Benchmarks.Jobs;
using LanguageJobs.Wire;

namespace LanguageJobs.Benchmarks.Reading;

/// <summary>One job of 25 documents with 40 entities each, from its bytes.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly StringPool words = new();
    private byte[] language = [];
    private byte[] textAnalytics = [];

    [GlobalSetup]
    public void MakeJobs()
    {
        language = JobText.Language(1);
        textAnalytics = JobText.TextAnalytics(1);
    }

    /// <summary>The physical limit: every token is looked at, nothing is kept.</summary>
    [Benchmark(Baseline = true)]
    public int Walk() => Walk(language);

    [Benchmark]
    public object Read() => JobBody.Read(language, words).Job;

    [Benchmark]
    public object ReadTextAnalytics() => JobBody.Read(textAnalytics, words).Job;

    [Benchmark]
    public object? Serializer() => JsonSerializer.Deserialize<JobClass>(language, CamelCase);

    [Benchmark]
    public object? GeneratedSerializer() => JsonSerializer.Deserialize(language, JobClassContext.Default.JobClass);

    public static int Walk(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        var tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }
}
