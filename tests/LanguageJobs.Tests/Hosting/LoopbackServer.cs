using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace LanguageJobs.Tests.Hosting;

/// <summary>A plain HTTP server that knows nothing of the service: a test says what it answers, and it remembers what it was asked.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    public const string Key = "0123456789abcdef0123456789abcdef";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<RecordedRequest> requests = new();
    private int running;
    private int mostRunning;

    private LoopbackServer(WebApplication app) => this.app = app;

    public Uri Endpoint => new(app.Urls.First());

    public RecordedRequest[] Requests => [.. requests];

    /// <summary>The largest number of requests that were answered at the same time.</summary>
    public int MostRunning => mostRunning;

    /// <param name="answer">Answers a request.</param>
    /// <param name="certificate">Makes it an https server with this certificate.</param>
    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        var app = builder.Build();
        var server = new LoopbackServer(app);
        app.Run(context => server.AnswerAsync(context, answer));
        await app.StartAsync();
        return server;
    }

    /// <summary>A server that gives every request the same JSON.</summary>
    public static Task<LoopbackServer> WithJsonAsync(string json) => StartAsync(context => context.Response.WriteAsync(json));

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, RequestDelegate answer)
    {
        var request = context.Request;
        requests.Enqueue(new RecordedRequest(
            request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        var now = Interlocked.Increment(ref running);
        for (var most = mostRunning; now > most; most = mostRunning)
            Interlocked.CompareExchange(ref mostRunning, now, most);
        try
        {
            await answer(context);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}

/// <summary>A request as it came in.</summary>
public sealed record RecordedRequest(string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The job's id in the path.</summary>
    public string JobId => PathAndQuery.Split('?')[0].Split('/')[^1];
}
