using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LanguageJobs.Tests.Hosting;

/// <summary>A plain proxy: whatever host a tunnel is asked for, it leads to one port of this machine. It may want a user name and password.</summary>
public sealed class LoopbackProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> tunnels = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly int target;
    private readonly string? login;

    /// <param name="target">The port where tunnels lead.</param>
    /// <param name="login">The user name and password that it wants, with a colon between; null for none.</param>
    public LoopbackProxy(int target, string? login = null)
    {
        this.target = target;
        this.login = login is null ? null : $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes(login))}";
        listener.Start();
        _ = ListenAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>The first line of each request that came, for example <c>CONNECT contoso:443 HTTP/1.1</c>.</summary>
    public string[] Tunnels => [.. tunnels];

    public void Dispose()
    {
        stopping.Cancel();
        listener.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!stopping.IsCancellationRequested)
            _ = ServeAsync(await listener.AcceptTcpClientAsync(stopping.Token));
    }

    private async Task ServeAsync(TcpClient accepted)
    {
        using var client = accepted;
        var stream = client.GetStream();
        while (await ReadHeadAsync(stream) is { Length: > 0 } head)
        {
            tunnels.Enqueue(head.Split('\r')[0]);
            if (login is not null && !head.Contains(login, StringComparison.Ordinal))
            {
                await stream.WriteAsync("HTTP/1.1 407 Who are you?\r\nProxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
                continue;
            }
            using var server = new TcpClient();
            await server.ConnectAsync(IPAddress.Loopback, target);
            await stream.WriteAsync("HTTP/1.1 200 Connected\r\n\r\n"u8.ToArray());
            var far = server.GetStream();
            await Task.WhenAny(stream.CopyToAsync(far, stopping.Token), far.CopyToAsync(stream, stopping.Token));
            return;
        }
    }

    // Up to the empty line; nothing comes after it before the proxy has answered.
    private static async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var bytes = new byte[4096];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(bytes);
            if (read == 0)
                return "";
            head.Append(Encoding.ASCII.GetString(bytes, 0, read));
        }
        return head.ToString();
    }
}
