using System.Management.Automation;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>Anything that names a job will do.</summary>
public class HandleTests
{
    private static Task<LoopbackServer> StartAsync() => LoopbackServer.StartAsync(GetLanguageJobTests.AnswerAllBut("unknown"));

    [Theory]
    [InlineData("'j'")]
    [InlineData("'  j '")]
    [InlineData("[pscustomobject]@{ JobId = 'j'; Other = 1 }")]
    [InlineData("@{ JobId = 'j' }")]
    [InlineData("\"$endpoint/text/analytics/v3.2-preview.2/analyze/jobs/j\"")]
    [InlineData("[uri]\"$endpoint/text/analytics/v3.2-preview.2/analyze/jobs/j?showStats=true\"")]
    [InlineData("[pscustomobject]@{ JobId = 'j'; Endpoint = \"$endpoint\"; ApiVersion = 'v3.2-preview.2' }")]
    [InlineData("(Get-LanguageJob j)")]
    [InlineData("(Get-LanguageJobEntity j)")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-LanguageJob j)))")]
    public async Task A_handle_finds_its_job(string handle)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint).With("endpoint", server.Endpoint.ToString().TrimEnd('/'));

        var piped = session.Run($"({handle}) | Get-LanguageJob").ThrowIfFailed().Of<LanguageJob>();
        var named = session.Run($"Get-LanguageJob -Job ({handle})").ThrowIfFailed().Of<LanguageJob>();

        Assert.Equal("j", Assert.Single(piped).JobId);
        Assert.Equal("j", Assert.Single(named).JobId);
        Assert.All(server.Requests, request => Assert.StartsWith("/text/analytics/v3.2-preview.2/analyze/jobs/j?", request.PathAndQuery));
    }

    [Fact]
    public async Task An_address_brings_its_api_version_along()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.Run($"Get-LanguageJob '{server.Endpoint}language/analyze-text/jobs/j?api-version=2023-04-01'").ThrowIfFailed();

        Assert.Equal("/language/analyze-text/jobs/j?api-version=2023-04-01&top=50", Assert.Single(server.Requests).PathAndQuery);
    }

    [Fact]
    public async Task A_job_remembers_the_api_version_that_it_was_read_with()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion 2024-11-01");
        session.Run("$job = Get-LanguageJob j").ThrowIfFailed();

        session.Run($"Connect-LanguageService {server.Endpoint} {LoopbackServer.Key}; $job | Get-LanguageJob").ThrowIfFailed();

        Assert.All(server.Requests, request => Assert.StartsWith("/language/analyze-text/jobs/j?api-version=2024-11-01", request.PathAndQuery));
    }

    [Theory]
    [InlineData("'no/id'")]
    [InlineData("''")]
    [InlineData("'.'")]
    [InlineData("'..'")]
    [InlineData("[pscustomobject]@{ JobId = '..' }")]
    [InlineData("'https://127.0.0.1/somewhere/else'")]
    [InlineData("[pscustomobject]@{ Name = 'x' }")]
    [InlineData("[pscustomobject]@{ JobId = 'j'; ApiVersion = 'v9' }")]
    [InlineData("[pscustomobject]@{ JobId = 'j'; Endpoint = 'nowhere' }")]
    public async Task What_names_no_job_is_one_error_and_no_request(string handle)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var result = session.Run($"{handle}, 'j' | Get-LanguageJob");

        Assert.Equal("InvalidJob", result.SingleError().Id);
        Assert.Equal("j", Assert.Single(result.Of<LanguageJob>()).JobId);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_address_on_another_host_is_refused_and_that_host_sees_no_request()
    {
        await using var server = await StartAsync();
        await using var other = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, id) = session.Run($"Get-LanguageJob '{other.Endpoint}text/analytics/v3.2-preview.2/analyze/jobs/j'").SingleError();

        Assert.Equal("AddressRefused", id);
        Assert.Equal(ErrorCategory.SecurityError, record.CategoryInfo.Category);
        Assert.Empty(other.Requests);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("a%2Fb&c=d", "a%252Fb%26c%3Dd")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("..a", "..a")]
    public async Task A_job_id_cannot_lead_out_of_its_place_in_the_address(string id, string escaped)
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3("x")));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.Run($"Get-LanguageJob '{id}'").ThrowIfFailed();

        Assert.Equal($"/text/analytics/v3.2-preview.2/analyze/jobs/{escaped}?$top=50", Assert.Single(server.Requests).PathAndQuery);
    }

    [Theory]
    [InlineData("gateway/lang-1", "gateway/lang-2")]
    [InlineData("gateway/lang-1", "gateway/lang-1/sub")]
    [InlineData("gateway/lang-1", "")]
    [InlineData("", "gateway/lang-1")]
    public async Task Another_path_behind_one_gateway_is_another_resource(string connected, string other)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(new Uri(server.Endpoint, connected));
        var root = new Uri(server.Endpoint, other).ToString().TrimEnd('/');

        foreach (var handle in new[] { $"'{root}/text/analytics/v3.2-preview.2/analyze/jobs/j'", $"[pscustomobject]@{{ JobId = 'j'; Endpoint = '{root}' }}" })
        {
            foreach (var command in new[] { "Get-LanguageJob", "Get-LanguageJobEntity", "Wait-LanguageJob", "Stop-LanguageJob" })
                Assert.Equal("AddressRefused", session.Run($"{handle} | {command}").SingleError().Id);
        }

        Assert.Empty(server.Requests);
    }
}
