using System.Diagnostics;
using System.Globalization;
using LanguageJobs.Benchmarks.Hosting;
using LanguageJobs.Benchmarks.Report;
using LanguageJobs.Benchmarks.Serving;
using LanguageJobs.Runs;

namespace LanguageJobs.Benchmarks.Sections;

/// <summary>Runs: how near to the request limit they come, what the journal costs, and how much memory a million documents take.</summary>
public sealed class RunSection() : Section("runs")
{
    private const int PerRequest = 25;
    private const int RequestsOfJob = 2;

    // What a connection lets through: a fifth of a minute's budget at once, then 78 % of it a minute.
    private const int AtOnce = LanguageConnection.DefaultRequestsPerMinute / 5;
    private const double PerSecond = 0.78 * LanguageConnection.DefaultRequestsPerMinute / 60;

    public override IEnumerable<Figure> Measure(Scale scale)
    {
        var latency = scale.Latency;
        using (var first = new ChildServer(Name, latency))
        using (var second = new ChildServer(Name, latency))
        {
            yield return Throughput(scale.IsSmoke ? 100 : 25_000, first.Url);
            yield return Throughput(scale.IsSmoke ? 100 : 50_000, first.Url, second.Url);
        }
        using var server = new ChildServer(Name, 0);
        var (few, many) = scale.IsSmoke ? (100, 200) : (10_000, 1_000_000);
        var (small, large) = (Child.Measure(Name, "run", few, 0, server.Url), Child.Measure(Name, "run", many, 0, server.Url));
        yield return new(
            $"Memory of a fresh run of {many:#,0} documents", Words.Bytes(large[1]), $"with {few:#,0}: {Words.Bytes(small[1])}: {Words.Times(large[1] / small[1])}",
            Figure.None, "≤ 1.2×", large[1] <= 1.2 * small[1]);
        yield return new(
            "… and of one that is continued", Words.Bytes(large[3]), $"{(large[3] - large[1]) / many:0.0} bytes a document more",
            Figure.None, "≤ 32 bytes", large[3] - large[1] <= 32.0 * many);
    }

    public override double[] InChild(string[] arguments) => arguments[0] switch
    {
        "serve" => Serve(Number(arguments[1])),
        "resume" => Resume(arguments[1], Number(arguments[2]), arguments[3..]),
        _ => Run(Number(arguments[1]), Number(arguments[2]), arguments[3..]),
    };

    private Figure Throughput(int documents, params string[] servers)
    {
        var measured = Child.Measure(Name, ["run", documents, LanguageConnection.DefaultRequestsPerMinute, .. servers]);
        // The shards are of nearly the same size, and the larger one counts.
        var requests = RequestsOfJob * Math.Ceiling(measured[4] / PerRequest);
        var ideal = Math.Max(0, (requests - AtOnce) / PerSecond);
        return new(
            $"A run of {documents:#,0} documents, {servers.Length} connection{(servers.Length == 1 ? "" : "s")} of {LanguageConnection.DefaultRequestsPerMinute:#,0} requests a minute",
            $"{documents / measured[0] * 60:#,0} documents/min",
            $"the request limit allows {Words.Seconds(ideal)}, and it took {Words.Seconds(measured[0])}: {Words.Percent(ideal / measured[0])}",
            $"the lines of its journal, written to the disk at once: {Words.Percent(measured[2] / measured[0])} of the time",
            "≥ 90 %, journal ≤ 5 %",
            ideal >= 0.9 * measured[0] && measured[2] <= 0.05 * measured[0]);
    }

    private static double[] Serve(int latency)
    {
        var server = RunServer.StartAsync(TimeSpan.FromMilliseconds(latency)).GetAwaiter().GetResult();
        return ChildServer.Serve(server.Urls.First(), server);
    }

    // How long it took, the most memory, how long the journal's lines take, the most memory of a process that continues, and the largest shard.
    private double[] Run(int documents, int budget, string[] servers)
    {
        var folder = Directory.CreateTempSubdirectory("languagejobs-");
        try
        {
            File.WriteAllLines(Path.Combine(folder.FullName, "documents.jsonl"), Enumerable.Range(0, documents).Select(i => $$"""{"id":"{{i}}","text":"A text."}"""));
            var seconds = Invoke(folder.FullName, budget, servers, out var largestShard);
            var peak = PeakBytes();
            var journals = Directory.GetFiles(Path.Combine(folder.FullName, "run", "shards"), "*.jsonl").Sum(journal => Append(journal, folder.FullName));
            // Without the file that says that the shard is done, the input and the journal are read again.
            foreach (var done in Directory.GetFiles(Path.Combine(folder.FullName, "run", "done")))
                File.Delete(done);
            var resumed = budget == 0 ? Child.Measure(Name, ["resume", folder.FullName, budget, .. servers])[0] : 0;
            return [seconds, peak, journals, resumed, largestShard];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double[] Resume(string folder, int budget, string[] servers)
    {
        Invoke(folder, budget, servers, out _);
        return [PeakBytes()];
    }

    private static double Invoke(string folder, int budget, string[] servers, out double largestShard)
    {
        using var engine = Engine.WithModule();
        engine["urls"] = servers;
        engine.Run($"$c = $urls | ForEach-Object {{ Connect-LanguageService $_ 0123456789abcdef0123456789abcdef -ApiVersion 2023-04-01 -RequestsPerMinute {budget} -PassThru }}");
        var run = Path.Combine(folder, "run");
        var time = engine.Run($"$r = Invoke-LanguageJobRun '{run}' '{Path.Combine(folder, "documents.jsonl")}' -Kind KeyPhraseExtraction -ShardCount {servers.Length} -Connection $c; if ($r.ExitCode) {{ throw \"The run ended with $($r.ExitCode).\" }}; $largest = 0; foreach ($s in $r.Shards) {{ if ($s.Documents -gt $largest) {{ $largest = $s.Documents }} }}");
        largestShard = Convert.ToDouble(engine["largest"], CultureInfo.InvariantCulture);
        return time.TotalSeconds;
    }

    // As many lines at a time as the sender has requests under way.
    private static double Append(string journal, string folder)
    {
        var entries = JournalFile.Entries(journal).ToArray();
        using var copy = new ShardJournal(Path.Combine(folder, $"{Guid.NewGuid():N}.jsonl"), 0, new ShardState());
        var started = Stopwatch.GetTimestamp();
        Parallel.ForEachAsync(entries, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (entry, _) => await copy.AppendAsync(entry)).GetAwaiter().GetResult();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
