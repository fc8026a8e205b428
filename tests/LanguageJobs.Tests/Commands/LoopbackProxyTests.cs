using System.Net;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Commands;

/// <summary>The system's proxy belongs to the whole process: these tests run one after the other, and set it back.</summary>
[Collection("Environment")]
public sealed class LoopbackProxyTests : IDisposable
{
    private readonly IWebProxy before = HttpClient.DefaultProxy;

    public void Dispose() => HttpClient.DefaultProxy = before;

    [Fact]
    public async Task Requests_to_this_machine_go_through_no_proxy()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j1"));
        using var proxy = new LoopbackProxy(1);
        HttpClient.DefaultProxy = new WebProxy(proxy.Address);
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-MaximumRetryCount 0");

        Assert.Equal("j1", session.Run("Get-LanguageJob j1").ThrowIfFailed().Of<LanguageJob>().Single().JobId);
        Assert.Empty(proxy.Tunnels);
    }

    [Fact]
    public void Requests_to_other_machines_go_through_the_system_s_proxy()
    {
        using var proxy = new LoopbackProxy(1, "user:password");
        HttpClient.DefaultProxy = new WebProxy(proxy.Address);
        using var session = PowerShellSession.ConnectedTo(new Uri("https://contoso.test"), "-MaximumRetryCount 0");

        Assert.Contains("407", session.Run("Get-LanguageJob j1").SingleError().Record.ToString());
        Assert.Equal("CONNECT contoso.test:443 HTTP/1.1", Assert.Single(proxy.Tunnels));
    }
}
