using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

public class ConnectionTests
{
    [Fact]
    public void Connect_emits_nothing_but_with_PassThru_the_connection()
    {
        using var session = new PowerShellSession();

        Assert.Empty(session.Run("Connect-LanguageService https://contoso.cognitiveservices.azure.com/ -Key abc").ThrowIfFailed().Output);
        var connection = Assert.Single(session.Run("Connect-LanguageService https://contoso.cognitiveservices.azure.com/ -Key abc -PassThru").ThrowIfFailed().Of<LanguageConnection>());

        Assert.Equal("https://contoso.cognitiveservices.azure.com", connection.Endpoint);
        Assert.Equal(("auto", null), (connection.ApiVersion, connection.DetectedApiVersion));
        Assert.Equal("Key", connection.Authentication);
        Assert.Equal(1000, connection.RequestsPerMinute);
    }

    [Fact]
    public void Disconnect_forgets_the_connection()
    {
        using var session = new PowerShellSession();
        session.Run("Connect-LanguageService https://contoso.cognitiveservices.azure.com -Key abc").ThrowIfFailed();

        Assert.Single(session.Run("Get-LanguageConnection").ThrowIfFailed().Output);
        Assert.Empty(session.Run("Disconnect-LanguageService; Get-LanguageConnection").ThrowIfFailed().Output);
        Assert.Equal("NotConnected", session.Run("Get-LanguageJob j").SingleError().Id);
    }

    [Fact]
    public void A_connection_belongs_to_its_runspace()
    {
        using var one = new PowerShellSession();
        using var two = new PowerShellSession();
        one.Run("Connect-LanguageService https://one.cognitiveservices.azure.com -Key abc").ThrowIfFailed();

        Assert.Empty(two.Run("Get-LanguageConnection").ThrowIfFailed().Output);
    }

    [Theory]
    [InlineData("-Key (ConvertTo-Secure 'KEY')", "Ocp-Apim-Subscription-Key", "KEY")]
    [InlineData("-Key KEY", "Ocp-Apim-Subscription-Key", "KEY")]
    [InlineData("-Credential ([pscredential]::new('anybody', (ConvertTo-Secure 'KEY')))", "Ocp-Apim-Subscription-Key", "KEY")]
    [InlineData("-AccessToken TOKEN", "Authorization", "Bearer TOKEN")]
    [InlineData("-AccessToken (ConvertTo-Secure 'TOKEN')", "Authorization", "Bearer TOKEN")]
    [InlineData("-AccessToken ([pscustomobject]@{ Token = 'TOKEN'; ExpiresOn = [DateTimeOffset]::Now })", "Authorization", "Bearer TOKEN")]
    [InlineData("-AccessToken ([pscustomobject]@{ Token = (ConvertTo-Secure 'TOKEN') })", "Authorization", "Bearer TOKEN")]
    public async Task Each_credential_has_its_header(string credential, string header, string value)
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        using var session = new PowerShellSession();

        session.Run($$"""
            function ConvertTo-Secure($text) { [Net.NetworkCredential]::new('', $text).SecurePassword }
            Connect-LanguageService {{server.Endpoint}} {{credential}}
            Get-LanguageJob j
            """).ThrowIfFailed();

        Assert.Equal(value, Assert.Single(server.Requests).Headers[header]);
    }

    [Theory]
    [InlineData("contoso.cognitiveservices.azure.com", "must begin with https://")]
    [InlineData("ftp://contoso", "must begin with https://")]
    [InlineData("http://contoso.cognitiveservices.azure.com", "over https only")]
    [InlineData("https://user:pass@contoso", "contains a user name or password")]
    [InlineData("https://contoso?x=1", "must not have a query")]
    public void An_endpoint_that_cannot_be_is_refused(string endpoint, string reason)
    {
        using var session = new PowerShellSession();

        var (record, id) = session.Run($"Connect-LanguageService '{endpoint}' -Key abc").SingleError();

        Assert.Equal("InvalidConnection", id);
        Assert.Contains(reason, record.Exception.Message);
    }

    [Theory]
    [InlineData("https://westus2.api.cognitive.microsoft.com", "https://<name>.cognitiveservices.azure.com")]
    [InlineData("https://virginia.api.cognitive.microsoft.us", "https://<name>.cognitiveservices.azure.us")]
    [InlineData("https://chinaeast2.api.cognitive.azure.cn", "https://<name>.cognitiveservices.azure.cn")]
    public void A_regional_endpoint_takes_keys_and_says_what_tokens_need(string endpoint, string needed)
    {
        using var session = new PowerShellSession();

        session.Run($"Connect-LanguageService {endpoint} -Key k").ThrowIfFailed();
        foreach (var credential in new[] { "-AccessToken t", "-TokenProvider { 't' }", "-ManagedIdentity" })
        {
            var (record, id) = session.Run($"Connect-LanguageService {endpoint} {credential}").SingleError();

            Assert.Equal("InvalidConnection", id);
            Assert.Contains($"custom subdomain, {needed}.", record.Exception.Message);
        }
    }

    [Fact]
    public async Task An_access_token_that_expired_is_named_as_what_is_wrong()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 401;
            return context.Response.WriteAsync(Bodies.Error("401", "Access denied."));
        });
        using var session = new PowerShellSession().With("token", Tokens.Jwt(DateTimeOffset.UnixEpoch.AddYears(50)));

        var (record, id) = session.Run($"Connect-LanguageService {server.Endpoint} -AccessToken $token; Get-LanguageJob j").SingleError();

        Assert.Equal("Unauthorized", id);
        Assert.EndsWith("The access token expired at 2020-01-01 00:00:00Z.", record.Exception.Message);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("v2")]
    [InlineData("v3.2-preview.2x")]
    [InlineData("2025")]
    [InlineData("latest")]
    [InlineData("autos")]
    public void An_api_version_that_cannot_be_is_refused(string version)
    {
        using var session = new PowerShellSession();

        var (record, id) = session.Run($"Connect-LanguageService https://contoso -Key abc -ApiVersion {version}").SingleError();

        Assert.Equal("InvalidConnection", id);
        Assert.Contains("v3.2-preview.2", record.Exception.Message);
    }

    [Theory]
    [InlineData("''")]
    [InlineData("'with space'")]
    [InlineData("\"with`nline\"")]
    public void A_key_that_cannot_be_sent_is_refused_and_not_repeated(string key)
    {
        using var session = new PowerShellSession();

        var (record, id) = session.Run($"Connect-LanguageService https://contoso -Key {key}").SingleError();

        Assert.Equal("InvalidConnection", id);
        Assert.DoesNotContain("with", record.Exception.Message.Replace("with white", ""));
    }

    [Fact]
    public async Task An_endpoint_may_have_a_path_before_the_apis()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        using var session = PowerShellSession.ConnectedTo(new Uri(server.Endpoint, "proxy/language-1/"));

        session.Run("Get-LanguageJob j").ThrowIfFailed();

        Assert.StartsWith("/proxy/language-1/text/analytics/v3.2-preview.2/analyze/jobs/j", Assert.Single(server.Requests).PathAndQuery);
    }

    [Fact]
    public async Task Runspaces_with_different_connections_at_once_never_mix()
    {
        await using var one = await LoopbackServer.WithJsonAsync(Bodies.V3("from-one"));
        await using var two = await LoopbackServer.WithJsonAsync(Bodies.V3("from-two"));
        using var session = new PowerShellSession().With("module", Repository.StagedModule).With("one", one.Endpoint).With("two", two.Endpoint);

        var result = session.Run("""
            1..40 | ForEach-Object -ThrottleLimit 8 -Parallel {
                Import-Module $using:module
                $endpoint, $key, $expected = if ($_ % 2) { $using:one, 'key-of-one', 'from-one' } else { $using:two, 'key-of-two', 'from-two' }
                Connect-LanguageService $endpoint -Key $key
                (1..3 | Get-LanguageJob).JobId | ForEach-Object { $_ -eq $expected }
            }
            """).ThrowIfFailed();

        Assert.Equal(120, result.Of<bool>().Count(right => right));
        Assert.All(one.Requests, request => Assert.Equal("key-of-one", request.Headers["Ocp-Apim-Subscription-Key"]));
        Assert.All(two.Requests, request => Assert.Equal("key-of-two", request.Headers["Ocp-Apim-Subscription-Key"]));
    }
}
