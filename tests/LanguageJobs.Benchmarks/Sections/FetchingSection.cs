using System.Diagnostics;
using System.Globalization;
using LanguageJobs.Benchmarks.Hosting;
using LanguageJobs.Benchmarks.Jobs;
using LanguageJobs.Benchmarks.Reading;
using LanguageJobs.Benchmarks.Report;
using LanguageJobs.Benchmarks.Serving;

namespace LanguageJobs.Benchmarks.Sections;

/// <summary>Jobs from a server in another process of this machine.</summary>
public sealed class FetchingSection() : Section("fetching")
{
    private const int InFlight = 32;
    private const string ApiVersion = "2023-04-01";
    private static readonly string Peers = Repository.PathOf("tests", "LanguageJobs.Benchmarks", "Peers");

    public override IEnumerable<Figure> Measure(Scale scale)
    {
        foreach (var figure in WithLatency(scale))
            yield return figure;
        foreach (var entities in scale.IsSmoke ? [4] : (int[])[JobText.EntitiesPerDocument, JobText.EntitiesPerDocument / 10])
            yield return WithoutLatency(scale, entities);
    }

    public override double[] InChild(string[] arguments) => arguments[0] == "serve"
        ? Serve(Number(arguments[1]), Number(arguments[2]))
        : Fetch(arguments[1], Number(arguments[2]), Number(arguments[3]), Number(arguments[4]), Number(arguments[5]));

    private IEnumerable<Figure> WithLatency(Scale scale)
    {
        using var server = new ChildServer(Name, scale.Latency, JobText.EntitiesPerDocument);
        foreach (var limit in scale.IsSmoke ? [8] : (int[])[1, 8, 32])
        {
            var (module, bare, _) = Medians(Child.Measure(Name, "fetch", server.Url, scale.Jobs, limit, 4, limit == 1 ? 1 : scale.Rounds));
            var ideal = scale.Jobs * scale.Latency / 1000.0 / limit;
            yield return new(
                $"`Get-LanguageJob` of {scale.Jobs:#,0} jobs, {scale.Latency} ms latency, `-ThrottleLimit {limit}`",
                Words.Seconds(module),
                $"{scale.Jobs:#,0} · {scale.Latency} ms / {limit} = {Words.Seconds(ideal)}: {Words.Times(module / ideal)}",
                $"bare `HttpClient` loop {Words.Seconds(bare)}",
                "≤ 1.25× the limit",
                module <= 1.25 * ideal);
        }
    }

    private Figure WithoutLatency(Scale scale, int entities)
    {
        using var server = new ChildServer(Name, 0, entities);
        var (module, bare, pass) = Medians(Child.Measure(Name, "fetch", server.Url, scale.Jobs, InFlight, scale.WarmRuns, scale.Rounds));
        var peer = scale.IsSmoke || !Child.Exists("node") ? double.NaN : Sdk(server.Url, scale.Jobs);
        return new(
            $"The same, no latency, {InFlight} in flight, jobs of {JobText.Documents * entities:#,0} rows",
            $"{scale.Jobs / module:#,0} jobs/s",
            $"bare `HttpClient` loop that throws the bytes away: {scale.Jobs / bare:#,0} jobs/s: {Words.Times(bare / module)}; one that makes a bare `Utf8JsonReader` pass over them: {scale.Jobs / pass:#,0} jobs/s: {Words.Times(pass / module)}",
            "`@azure/ai-language-text` 1.1.0, one request a job: " + (double.IsNaN(peer) ? "not measured (no node here)" : $"{scale.Jobs / peer:#,0} jobs/s: {Words.Times(peer / module)} faster"),
            "≥ 0.7× the loop, ≥ 5× the SDK",
            bare >= 0.7 * module && !(peer < 5 * module));
    }

    private static double Sdk(string url, int jobs)
    {
        if (!Directory.Exists(Path.Combine(Peers, "node_modules")))
            Child.Run("npm", "ci", "--silent", "--prefix", Peers);
        return Child.Run("node", Path.Combine(Peers, "fetch.mjs"), url, Text(jobs), Text(InFlight))[0];
    }

    private static double[] Serve(int latency, int entities)
    {
        var server = JobServer.StartAsync(TimeSpan.FromMilliseconds(latency), entities).GetAwaiter().GetResult();
        return ChildServer.Serve(server.Endpoint, server);
    }

    // The module and two bare loops in turn, in one process, after both have run until the runtime has compiled them for good.
    private static double[] Fetch(string url, int jobs, int inFlight, int warmRuns, int rounds)
    {
        using var engine = Engine.WithModule();
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 });
        engine.Run($"Connect-LanguageService {url} 0123456789abcdef0123456789abcdef -ApiVersion {ApiVersion} -RequestsPerMinute 0");
        var ids = Enumerable.Range(0, jobs).Select(JobText.JobId).ToArray();
        var fetch = $"$ids | Get-LanguageJob -ThrottleLimit {inFlight} > $null";
        engine["ids"] = ids[..Math.Min(jobs, inFlight * 8)];
        for (var run = 0; run < warmRuns; run++)
        {
            engine.Run(fetch);
            Loop(http, url, ids[..Math.Min(jobs, inFlight * 8)], inFlight, ThrowAway);
            Loop(http, url, ids[..Math.Min(jobs, inFlight * 8)], inFlight, PassOver);
        }
        engine["ids"] = ids;
        return [.. Enumerable.Range(0, rounds).SelectMany(_ => new[]
        {
            engine.Run(fetch).TotalSeconds, Loop(http, url, ids, inFlight, ThrowAway), Loop(http, url, ids, inFlight, PassOver),
        })];
    }

    private static (double Module, double Bare, double Pass) Medians(double[] turns)
    {
        double OfEveryThird(int first) => Words.Median(turns.Where((_, i) => i % 3 == first));
        return (OfEveryThird(0), OfEveryThird(1), OfEveryThird(2));
    }

    private static Task ThrowAway(HttpContent content, CancellationToken cancellation) => content.CopyToAsync(Stream.Null, cancellation);

    private static async Task PassOver(HttpContent content, CancellationToken cancellation) =>
        ReadingBenchmarks.Walk(await content.ReadAsByteArrayAsync(cancellation));

    private static double Loop(HttpClient http, string url, string[] ids, int inFlight, Func<HttpContent, CancellationToken, Task> read)
    {
        var started = Stopwatch.GetTimestamp();
        Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = inFlight }, async (id, cancellation) =>
        {
            using var response = await http.GetAsync(
                $"{url}/language/analyze-text/jobs/{id}?api-version={ApiVersion}&top=50", HttpCompletionOption.ResponseHeadersRead, cancellation);
            await read(response.Content, cancellation);
        }).GetAwaiter().GetResult();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
