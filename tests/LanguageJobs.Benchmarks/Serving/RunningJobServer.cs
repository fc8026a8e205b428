using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LanguageJobs.Benchmarks.Serving;

/// <summary>
/// Jobs of Text Analytics v3.x that run: all begin with the first request, and each ends at its own time, spread evenly between two bounds. A
/// finished job's last update is the moment of its end, to the tick. <c>/requests</c> tells how many were asked, and how many in the busiest minute.
/// </summary>
public sealed class RunningJobServer : IAsyncDisposable
{
    private const double GoldenRatio = 0.6180339887498949;

    private readonly WebApplication app;
    private readonly double shortest;
    private readonly double longest;
    private readonly List<DateTimeOffset> requests = [];

    private RunningJobServer(WebApplication app, double shortest, double longest)
    {
        this.app = app;
        this.shortest = shortest;
        this.longest = longest;
    }

    public string Endpoint => app.Urls.First();

    public static async Task<RunningJobServer> StartAsync(double shortest, double longest)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new RunningJobServer(app, shortest, longest);
        app.MapGet("/text/analytics/{version}/analyze/jobs/{id}", (string id) => Results.Text(server.Body(id), "application/json"));
        app.MapGet("/requests", server.Counts);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private string Body(string id)
    {
        DateTimeOffset begin, now = DateTimeOffset.UtcNow;
        lock (requests)
        {
            requests.Add(now);
            begin = requests[0];
        }
        var share = int.Parse(id.AsSpan(0, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture) * GoldenRatio % 1;
        var end = begin.AddSeconds(shortest + share * (longest - shortest));
        var done = now >= end;
        var state = done ? "succeeded" : "running";
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"jobId":"{{id}}","lastUpdateDateTime":"{{(done ? end : now):O}}","createdDateTime":"{{begin:O}}","expirationDateTime":"{{begin.AddDays(1):O}}","status":"{{state}}","errors":[],"tasks":{"completed":{{(done ? 1 : 0)}},"failed":0,"inProgress":{{(done ? 0 : 1)}},"total":1 } }
            """);
    }

    private string Counts()
    {
        lock (requests)
        {
            var busiest = 0;
            for (int first = 0, last = 0; last < requests.Count; last++)
            {
                while (requests[last] - requests[first] >= TimeSpan.FromMinutes(1))
                    first++;
                busiest = Math.Max(busiest, last - first + 1);
            }
            return $"{requests.Count} {busiest}";
        }
    }
}
