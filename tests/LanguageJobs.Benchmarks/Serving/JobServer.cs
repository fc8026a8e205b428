using LanguageJobs.Benchmarks.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LanguageJobs.Benchmarks.Serving;

/// <summary>
/// Gives every job that it is asked for as finished, on the routes of both API generations, from bytes that are made beforehand, after a
/// fixed time.
/// </summary>
public sealed class JobServer : IAsyncDisposable
{
    private const int DifferentJobs = 16;

    private readonly WebApplication app;

    private JobServer(WebApplication app) => this.app = app;

    public string Endpoint => app.Urls.First();

    public static async Task<JobServer> StartAsync(TimeSpan latency, int entitiesPerDocument)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/text/analytics/{version}/analyze/jobs/{id}", Answer(latency, n => JobText.TextAnalytics(n, entities: entitiesPerDocument)));
        app.MapGet("/language/analyze-text/jobs/{id}", Answer(latency, n => JobText.Language(n, entities: entitiesPerDocument)));
        await app.StartAsync();
        return new JobServer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static RequestDelegate Answer(TimeSpan latency, Func<int, byte[]> body)
    {
        var bodies = Enumerable.Range(0, DifferentJobs).Select(body).ToArray();
        return async context =>
        {
            if (latency > TimeSpan.Zero)
                await Task.Delay(latency);
            var id = (string)context.Request.RouteValues["id"]!;
            var bytes = bodies[id[7] % DifferentJobs];
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes);
        };
    }
}
