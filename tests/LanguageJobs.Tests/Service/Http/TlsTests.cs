using System.Net;
using LanguageJobs.Service;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Service;

/// <summary>Secure connections, straight and through a proxy.</summary>
public class TlsTests
{
    private static readonly JobAddress Job = new("j", "v3.2-preview.2", null);

    [Fact]
    public async Task A_certificate_that_is_not_trusted_fails_at_once_and_no_request_arrives()
    {
        using var certificate = Certificates.SelfSigned("localhost");
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3("j")), certificate);
        var clock = new FakeClock();
        using var connection = ServiceConnection.Open($"https://localhost:{server.Endpoint.Port}", new KeyCredential("k"), "v3.2-preview.2", clock: clock);

        var e = await Assert.ThrowsAsync<LanguageServiceException>(() => Get(connection));

        Assert.Equal((ServiceFailure.ConnectionFailed, true), (e.Failure, e.ConcernsEndpoint));
        Assert.Contains("no secure connection could be established. The remote certificate", e.Message);
        Assert.Empty(clock.Waits);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_submission_over_a_connection_that_is_not_trusted_was_certainly_not_accepted()
    {
        using var certificate = Certificates.SelfSigned("localhost");
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(""), certificate);
        using var session = new PowerShellSession();
        session.Run($"Connect-LanguageService https://localhost:{server.Endpoint.Port} -Key k -ApiVersion v3.2-preview.2").ThrowIfFailed();

        var (record, id) = session.Run("1..60 | ForEach-Object { \"$_\" } | Start-LanguageJob -Kind CustomEntityRecognition -ProjectName P -DeploymentName D").SingleError();

        Assert.Equal("ConnectionFailed", id);
        Assert.DoesNotContain("may have been accepted", record.ToString());
        Assert.Contains("certificate", record.ErrorDetails.RecommendedAction);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_server_without_tls_is_a_failure_at_once()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        var clock = new FakeClock();
        using var connection = ServiceConnection.Open($"https://localhost:{server.Endpoint.Port}", new KeyCredential("k"), "v3.2-preview.2", clock: clock);

        var e = await Assert.ThrowsAsync<LanguageServiceException>(() => Get(connection));

        Assert.Equal((ServiceFailure.ConnectionFailed, 0), (e.Failure, clock.Waits.Count));
        Assert.Contains("no secure connection could be established", e.Message);
    }

    [Fact]
    public async Task A_proxy_with_a_login_leads_to_the_service_and_sees_no_key()
    {
        using var certificate = Certificates.SelfSigned("contoso.test");
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3("j")), certificate);
        using var proxy = new LoopbackProxy(server.Endpoint.Port, "user:password");
        var settings = new WebProxy(proxy.Address) { Credentials = new NetworkCredential("user", "password") };
        using var connection = Trusting("https://contoso.test", settings);

        Assert.Equal("j", (await Get(connection)).JobId);

        Assert.Equal("k", Assert.Single(server.Requests).Headers["Ocp-Apim-Subscription-Key"]);
        Assert.All(proxy.Tunnels, line => Assert.Equal("CONNECT contoso.test:443 HTTP/1.1", line));
    }

    [Fact]
    public async Task A_proxy_that_refuses_the_login_fails_at_once_and_says_what_to_do()
    {
        using var proxy = new LoopbackProxy(1, "user:password");
        var clock = new FakeClock();
        using var connection = Trusting("https://contoso.test", new WebProxy(proxy.Address), clock);

        var e = await Assert.ThrowsAsync<LanguageServiceException>(() => Get(connection));

        Assert.Equal((ServiceFailure.ConnectionFailed, true), (e.Failure, e.ConcernsEndpoint));
        Assert.Contains("the proxy refuses the login (407)", e.Message);
        Assert.Contains("-ProxyCredential", e.Message);
        Assert.Empty(clock.Waits);
        Assert.Single(proxy.Tunnels);
    }

    [Theory]
    [InlineData("-Proxy $proxy", "the proxy refuses the login (407)")]
    [InlineData("-Proxy $proxy -ProxyCredential ([pscredential]::new('user', [Net.NetworkCredential]::new('', 'password').SecurePassword))", "The remote certificate")]
    public async Task Connect_takes_a_proxy_and_its_credential(string options, string end)
    {
        using var certificate = Certificates.SelfSigned("contoso.test");
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3("j")), certificate);
        using var proxy = new LoopbackProxy(server.Endpoint.Port, "user:password");
        using var session = new PowerShellSession().With("proxy", proxy.Address);

        var (record, _) = session.Run($"Connect-LanguageService https://contoso.test -Key k -ApiVersion v3.2-preview.2 {options}; 1..9 | Get-LanguageJob").SingleError();

        Assert.Contains(end, record.ToString());
        Assert.NotEmpty(proxy.Tunnels);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1 -Proxy http://127.0.0.1:2", "A proxy cannot be used for an endpoint on this machine")]
    [InlineData("https://contoso.test -Proxy http://user:SECRET@127.0.0.1:2", "-ProxyCredential")]
    [InlineData("https://contoso.test -Proxy 127.0.0.1:2", "must be an address")]
    [InlineData("https://contoso.test -ProxyCredential ([pscredential]::new('user', [Net.NetworkCredential]::new('', 'password').SecurePassword))", "-Proxy")]
    public void A_proxy_that_cannot_be_used_is_refused(string options, string reason)
    {
        using var session = new PowerShellSession();

        var (record, id) = session.Run($"Connect-LanguageService {options} -Key k").SingleError();

        Assert.Equal("InvalidConnection", id);
        Assert.Contains(reason, record.Exception.Message);
        Assert.DoesNotContain("SECRET", record.ToString());
    }

    private static LanguageConnection Trusting(string endpoint, IWebProxy proxy, Clock? clock = null) => ServiceConnection.Open(
        endpoint, new KeyCredential("k"), "v3.2-preview.2", proxy: proxy, clock: clock, http: () =>
        {
            var handler = ServiceHttp.Handler(new ServiceEndpoint(endpoint), proxy);
            handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;
            return ServiceHttp.Over(handler);
        });

    private static Task<LanguageJob> Get(LanguageConnection connection) =>
        new JobClient(connection, new ServiceLog()).GetJobAsync(Job, false, CancellationToken.None);
}
