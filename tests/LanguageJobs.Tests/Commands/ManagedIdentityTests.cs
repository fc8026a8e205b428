using System.Management.Automation;
using LanguageJobs.Service;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>Where the identity's endpoint is stands in the environment of the whole process: these tests run one after the other.</summary>
[Collection("Environment")]
public sealed class ManagedIdentityTests : IDisposable
{
    private static readonly string[] Names = ["AZURE_POD_IDENTITY_AUTHORITY_HOST", "IDENTITY_ENDPOINT", "IDENTITY_HEADER"];
    private readonly string?[] before = Array.ConvertAll(Names, Environment.GetEnvironmentVariable);

    public void Dispose() => Set(before);

    [Fact]
    public async Task A_virtual_machines_identity_is_asked_once_for_many_requests()
    {
        await using var identity = await LoopbackServer.WithJsonAsync(Tokens.Answer("TOKEN", DateTimeOffset.UtcNow.AddHours(1)));
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        Set(identity.Endpoint.ToString());
        using var session = Connected(server);

        session.Run("1..30 | Get-LanguageJob").ThrowIfFailed();

        Assert.Equal(30, server.Requests.Length);
        Assert.All(server.Requests, request => Assert.Equal("Bearer TOKEN", request.Headers["Authorization"]));
        var asked = Assert.Single(identity.Requests);
        Assert.Equal("/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fcognitiveservices.azure.com", asked.PathAndQuery);
        Assert.Equal("true", asked.Headers["Metadata"]);
    }

    [Fact]
    public async Task A_runbooks_identity_is_asked_where_the_environment_says()
    {
        await using var identity = await LoopbackServer.WithJsonAsync(Tokens.Answer("TOKEN", DateTimeOffset.UtcNow.AddHours(1)));
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        Set(null, new Uri(identity.Endpoint, "msi/token").ToString(), "header-secret");
        using var session = Connected(server, "-ClientId 11111111-2222-3333-4444-555555555555");

        session.Run("Get-LanguageJob j").ThrowIfFailed();

        var asked = Assert.Single(identity.Requests);
        Assert.Equal(
            "/msi/token?api-version=2019-08-01&resource=https%3A%2F%2Fcognitiveservices.azure.com&client_id=11111111-2222-3333-4444-555555555555",
            asked.PathAndQuery);
        Assert.Equal("header-secret", asked.Headers["X-IDENTITY-HEADER"]);
    }

    [Fact]
    public async Task An_endpoint_that_is_busy_is_asked_again()
    {
        var answers = 0;
        await using var identity = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref answers) switch { 1 => 429, 2 => 410, _ => 200 };
            context.Response.Headers.RetryAfter = "0";
            return context.Response.WriteAsync(Tokens.Answer("TOKEN", DateTimeOffset.UtcNow.AddHours(1)));
        });
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        Set(identity.Endpoint.ToString());
        using var session = Connected(server, "-MaximumRetryCount 2");

        session.Run("Get-LanguageJob j").ThrowIfFailed();

        Assert.Equal(3, identity.Requests.Length);
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_request","error_description":"Identity not found"}""", "Identity not found")]
    [InlineData(200, "<html>A captive portal</html>", "returned no access token (200 OK)")]
    [InlineData(200, """{"access_token":"PRECIOUS secret"}""", "returned an unusable access token")]
    [InlineData(302, "", "returned no access token (302 Found)")]
    public async Task An_identity_that_gives_no_token_ends_the_command_and_nothing_is_sent(int status, string body, string reason)
    {
        await using var identity = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return context.Response.WriteAsync(body);
        });
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        Set(identity.Endpoint.ToString());
        using var session = Connected(server);

        var (record, id) = session.Run("1..10 | Get-LanguageJob -ThrottleLimit 1").SingleError();

        Assert.Equal("CredentialUnavailable", id);
        Assert.Equal(ErrorCategory.AuthenticationError, record.CategoryInfo.Category);
        Assert.Contains(reason, record.Exception.Message);
        Assert.DoesNotContain("PRECIOUS", record.ToString());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_machine_without_an_identity_says_so()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        Set("http://127.0.0.1:9");
        using var session = Connected(server);

        var (record, id) = session.Run("Get-LanguageJob j").SingleError();

        Assert.Equal("CredentialUnavailable", id);
        Assert.Contains("No managed identity was found at http://127.0.0.1:9/metadata/identity/oauth2/token.", record.Exception.Message);
        Assert.Contains("identity", record.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_asked_for_again()
    {
        var answers = 0;
        await using var identity = await LoopbackServer.StartAsync(context => Interlocked.Increment(ref answers) == 1
            ? Task.Delay(Timeout.Infinite, context.RequestAborted)
            : context.Response.WriteAsync(Tokens.Answer("TOKEN", DateTimeOffset.UtcNow.AddHours(1))));
        Set(identity.Endpoint.ToString());

        Assert.Equal("TOKEN", await TokenAsync(Impatient(new RetryPolicy(5), TimeSpan.FromSeconds(2))));

        Assert.Equal(2, identity.Requests.Length);
    }

    [Theory]
    [InlineData(5, 2)]
    [InlineData(0, 1)]
    public async Task Where_nobody_answers_it_ends_after_two_tries_and_the_next_command_asks_again(int retries, int tries)
    {
        await using var identity = await LoopbackServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        Set(identity.Endpoint.ToString());
        var credential = Impatient(new RetryPolicy(retries), TimeSpan.FromMilliseconds(200));

        for (var command = 1; command <= 2; command++)
        {
            var failure = await Assert.ThrowsAsync<LanguageServiceException>(() => TokenAsync(credential));

            Assert.Equal(ServiceFailure.CredentialUnavailable, failure.Failure);
            Assert.Equal(tries * command, identity.Requests.Length);
        }
    }

    [Fact]
    public void To_say_no_to_the_managed_identity_selects_none()
    {
        using var session = new PowerShellSession();

        var (record, id) = session.Run("Connect-LanguageService https://contoso.cognitiveservices.azure.com -ManagedIdentity:$false").SingleError();

        Assert.Equal("InvalidConnection", id);
        Assert.Contains("-ManagedIdentity:$false leaves no credential: give a -Key", record.Exception.Message);
        Assert.Empty(session.Run("Get-LanguageConnection").ThrowIfFailed().Output);
    }

    private static ManagedIdentityCredential Impatient(RetryPolicy retry, TimeSpan longestAttempt) => new(null, retry, Clock.System, longestAttempt);

    private static async Task<string?> TokenAsync(ManagedIdentityCredential credential)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://contoso.cognitiveservices.azure.com/x");
        await credential.ApplyAsync(request, new ServiceLog(), CancellationToken.None);
        return request.Headers.Authorization!.Parameter;
    }

    private static PowerShellSession Connected(LoopbackServer server, string options = "")
    {
        var session = new PowerShellSession();
        session.Run($"Connect-LanguageService {server.Endpoint} -ManagedIdentity {options}").ThrowIfFailed();
        return session;
    }

    private static void Set(params string?[] values)
    {
        for (var i = 0; i < Names.Length; i++)
            Environment.SetEnvironmentVariable(Names[i], i < values.Length ? values[i] : null);
    }
}
