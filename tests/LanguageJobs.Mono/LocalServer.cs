using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LanguageJobs.Mono;

/// <summary>Answers requests for certain addresses, on this machine alone.</summary>
internal sealed class LocalServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Dictionary<string, string> bodies;
    private readonly ConcurrentQueue<string> keys = new();

    public LocalServer(params (string Path, string Body)[] answers)
    {
        bodies = answers.ToDictionary(answer => answer.Path, answer => answer.Body);
        Endpoint = $"http://127.0.0.1:{FreePort()}/";
        listener.Prefixes.Add(Endpoint);
        listener.Start();
        Task.Run(AnswerAsync);
    }

    public string Endpoint { get; }

    /// <summary>The keys that came, one for each request.</summary>
    public string Keys => string.Join(" ", keys);

    public void Dispose() => listener.Close();

    private async Task AnswerAsync()
    {
        while (listener.IsListening)
        {
            var context = await listener.GetContextAsync();
            keys.Enqueue(context.Request.Headers["Ocp-Apim-Subscription-Key"]);
            context.Response.StatusCode = bodies.TryGetValue(context.Request.RawUrl, out var body) ? 200 : 404;
            var bytes = Encoding.UTF8.GetBytes(body ?? $"{{\"error\":{{\"code\":\"404\",\"message\":\"{context.Request.RawUrl}\"}}}}");
            context.Response.OutputStream.Write(bytes, 0, bytes.Length);
            context.Response.Close();
        }
    }

    private static int FreePort()
    {
        var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return port;
    }
}
