using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using LanguageJobs.Benchmarks.Hosting;
using LanguageJobs.Benchmarks.Jobs;
using LanguageJobs.Benchmarks.Report;
using LanguageJobs.Benchmarks.Serving;

namespace LanguageJobs.Benchmarks.Sections;

/// <summary>Waits on many jobs: what they cost while nothing happens, and how soon an end is seen.</summary>
public sealed class WaitingSection() : Section("waiting")
{
    private const int Forever = 1_000_000;
    private const int IdleSeconds = 45;

    public override IEnumerable<Figure> Measure(Scale scale)
    {
        if (scale.IsSmoke)
            return [Idle(scale.Jobs, seconds: 1, budget: 0), Ends(scale.Jobs, 1, 2, budget: 0)];
        return
        [
            Idle(scale.Jobs, IdleSeconds, LanguageConnection.DefaultRequestsPerMinute),
            Idle(scale.Jobs, IdleSeconds, budget: 0),
            Ends(scale.Jobs, 2, 20, budget: 0),
            Ends(scale.Jobs, 2, 20, LanguageConnection.DefaultRequestsPerMinute),
        ];
    }

    public override double[] InChild(string[] arguments) => arguments[0] switch
    {
        "serve" => Serve(arguments[1], arguments[2]),
        "idle" => Idle(arguments[1..]),
        "ask" => Ask(arguments[1], Number(arguments[2]), Number(arguments[3])).GetAwaiter().GetResult(),
        _ => Ends(arguments[1..]),
    };

    private Figure Idle(int jobs, int seconds, int budget)
    {
        using var server = new ChildServer(Name, Forever, Forever);
        var measured = Child.Measure(Name, "idle", server.Url, jobs, budget, seconds);
        var rate = measured[1] / seconds;
        var bare = Child.Measure(Name, "ask", server.Url, rate, seconds)[0];
        return new(
            $"`Wait-LanguageJob` on {jobs:#,0} running jobs for {seconds} s, {Budget(budget)}",
            $"{Words.Percent(measured[0])} of a core",
            $"{rate:0.0} requests a second",
            $"a bare `HttpClient` on a timer, as often: {Words.Percent(bare)}",
            "≤ 5 % of a core",
            measured[0] <= 0.05);
    }

    private Figure Ends(int jobs, int shortest, int longest, int budget)
    {
        using var server = new ChildServer(Name, shortest, longest);
        var measured = Child.Measure(Name, "ends", server.Url, jobs, budget);
        var (late, inTime, total, busiest, peak) = (measured[0], measured[1], measured[2], measured[3], measured[4]);
        return new(
            $"{jobs:#,0} jobs that end after {shortest} to {longest} s, {Budget(budget)}",
            budget == 0 ? $"95 % seen within {Words.Seconds(late)} of their end" : $"all through; {busiest:#,0} requests in the busiest minute",
            budget == 0 ? $"{total:#,0} requests, {Words.Bytes(peak)} peak memory" : $"{total:#,0} requests; 95 % seen within {Words.Seconds(late)}",
            Figure.None,
            budget == 0 ? "95 % within 1.5 s or 15 % of the job's time, < 12,000 requests, < 150 MB" : "≤ 1,000 requests in any minute",
            budget == 0 ? inTime >= 0.95 && total < 12_000 && peak < 150e6 : busiest <= budget);
    }

    private static string Budget(int requestsPerMinute) => requestsPerMinute == 0 ? "no budget" : "the default budget";

    private static double[] Serve(string shortest, string longest)
    {
        var server = RunningJobServer.StartAsync(Number(shortest), Number(longest)).GetAwaiter().GetResult();
        return ChildServer.Serve(server.Endpoint, server);
    }

    // A short wait first: what a cold process compiles is no part of waiting.
    private static double[] Idle(string[] arguments)
    {
        var warm = Math.Min(15, Number(arguments[3]));
        using var engine = Connect(arguments);
        var seconds = arguments[3];
        engine.Run($"$ids | Wait-LanguageJob -Timeout {warm} -ErrorAction Ignore");
        var before = Requests(arguments[0])[0];
        var cpu = Processor();
        var time = engine.Run($"$ids | Wait-LanguageJob -Timeout {seconds} -ErrorAction Ignore");
        return [(Processor() - cpu) / time.TotalSeconds, Requests(arguments[0])[0] - before];
    }

    // What the requests alone cost: no job is looked at, the bytes are thrown away.
    private static async Task<double[]> Ask(string url, double rate, double seconds)
    {
        using var http = new HttpClient();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / rate));
        var requests = new List<Task>();
        var (cpu, before) = (0.0, 0);
        var warm = TimeSpan.FromSeconds(Math.Min(15, seconds));
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < warm + TimeSpan.FromSeconds(seconds) && await timer.WaitForNextTickAsync())
        {
            if (cpu == 0 && clock.Elapsed >= warm)
                (cpu, before) = (Processor(), requests.Count);
            requests.Add(http.GetByteArrayAsync($"{url}/text/analytics/v3.1/analyze/jobs/{JobText.JobId(requests.Count)}"));
        }
        await Task.WhenAll(requests);
        // The timer is late at times: what counts is the price of a request.
        return [(Processor() - cpu) / (requests.Count - before) * rate];
    }

    private static double[] Ends(string[] arguments)
    {
        using var engine = Connect(arguments);
        var late = new List<(double Seconds, double Share)>();
        engine["seen"] = (Action<PSObject>)(item =>
        {
            var job = (LanguageJob)item.BaseObject;
            var seconds = (DateTimeOffset.UtcNow - job.LastUpdateDateTime!.Value).TotalSeconds;
            late.Add((seconds, seconds / (job.LastUpdateDateTime.Value - job.CreatedDateTime!.Value).TotalSeconds));
        });
        engine.Run("$ids | Wait-LanguageJob | ForEach-Object { $seen.Invoke($_) }");
        if (late.Count != int.Parse(arguments[1], CultureInfo.InvariantCulture))
            throw new InvalidOperationException($"{late.Count} jobs came through.");
        var requests = Requests(arguments[0]);
        return
        [
            late.Select(job => job.Seconds).Order().ElementAt((int)(0.95 * (late.Count - 1))),
            late.Count(job => job.Seconds <= 1.5 || job.Share <= 0.15) / (double)late.Count,
            requests[0], requests[1], PeakBytes(),
        ];
    }

    private static Engine Connect(string[] arguments)
    {
        var engine = Engine.WithModule();
        engine.Run($"Connect-LanguageService {arguments[0]} 0123456789abcdef0123456789abcdef -RequestsPerMinute {arguments[2]}");
        engine["ids"] = Enumerable.Range(0, int.Parse(arguments[1], CultureInfo.InvariantCulture)).Select(JobText.JobId).ToArray();
        return engine;
    }

    private static double Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static double[] Requests(string url)
    {
        using var http = new HttpClient();
        return Array.ConvertAll(http.GetStringAsync($"{url}/requests").GetAwaiter().GetResult().Split(' '), Number);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
