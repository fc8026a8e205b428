using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>The names of projects that the Tab key offers: all that the resource lists, else those that are known.</summary>
[Collection("Environment")]
public sealed class ProjectCompletionTests : IDisposable
{
    private const string Projects = "Start-LanguageJob -ProjectName ";

    private readonly TemporaryHistory history = new();

    public void Dispose() => history.Dispose();

    [Fact]
    public async Task A_list_of_several_pages_is_offered_whole()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            var page = int.Parse(context.Request.Query["skip"].ToString() is { Length: > 0 } skip ? skip : "0");
            // The service may name another host than the one that it was asked at.
            var link = page < 3 ? $"\"https://internal.example{context.Request.Path}?api-version=2023-04-01&skip={page + 1}\"" : "null";
            return context.Response.WriteAsync($$"""{"value":[{"projectName":"P{{page}}a"},{"projectName":"P{{page}}b"}],"nextLink":{{link}}}""");
        });
        using var session = Connected(server, "k");

        CompletionTests.Eventually(() => CompletionTests.Texts(session, Projects).Length > 0);

        Assert.Equal(["P0a", "P0b", "P1a", "P1b", "P2a", "P2b", "P3a", "P3b"], CompletionTests.Texts(session, Projects));
        Assert.Equal(4, server.Requests.Length);
        Assert.All(server.Requests, request => Assert.StartsWith("/language/authoring/analyze-text/projects?api-version=2023-04-01", request.PathAndQuery));
    }

    [Fact]
    public async Task A_list_without_an_end_is_cut_off()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync($$"""{"value":[{"projectName":"P"}],"nextLink":"{{context.Request.Path}}{{context.Request.QueryString}}"}"""));
        using var session = Connected(server, "k");

        CompletionTests.Eventually(() => CompletionTests.Texts(session, Projects).Length > 0);

        Assert.Equal(20, server.Requests.Length);
    }

    [Fact]
    public async Task A_token_provider_does_not_run_for_a_completion_whose_token_a_command_has_got()
    {
        await using var server = await LoopbackServer.StartAsync(AnswerAsync);
        using var session = Connected(server, "-TokenProvider { $script:asked++; 'TOKEN' }");

        Assert.Empty(CompletionTests.Texts(session, Projects));
        Assert.Empty(server.Requests);

        session.Run("$null = Get-LanguageJob j").ThrowIfFailed();
        CompletionTests.Eventually(() => CompletionTests.Texts(session, Projects).Length > 0);

        Assert.Equal(["Tickets"], CompletionTests.Texts(session, Projects));
        Assert.Equal(1, session.Run("$asked").Of<int>().Single());
        Assert.All(server.Requests, request => Assert.Equal("Bearer TOKEN", request.Headers["Authorization"]));
    }

    [Theory]
    [InlineData("-TokenProvider { 'TOKEN' }")]
    [InlineData("k")]
    public async Task Where_the_resource_does_not_list_them_those_of_remembered_jobs_are_offered(string credential)
    {
        await using var accepting = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 202;
            context.Response.Headers["operation-location"] = $"http://{context.Request.Host}/text/analytics/v3.2-preview.2/analyze/jobs/job-1";
            return Task.CompletedTask;
        });
        await using var refusing = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        });
        using (var earlier = PowerShellSession.ConnectedTo(accepting.Endpoint, "-ApiVersion v3.2-preview.2"))
            earlier.Run("$null = 'text' | Start-LanguageJob -Kind CustomEntityRecognition -ProjectName 'Old Tickets' -DeploymentName d").ThrowIfFailed();
        using var session = Connected(refusing, credential);

        Assert.Equal(["'Old Tickets'"], CompletionTests.Texts(session, Projects));
        Assert.Empty(CompletionTests.Texts(session, "Start-LanguageJob -ProjectName 'Old Tickets' -DeploymentName "));
    }

    private static Task AnswerAsync(HttpContext context) => context.Response.WriteAsync(context.Request.Path.Value!.Contains("authoring", StringComparison.Ordinal)
        ? """{"value":[{"projectName":"Tickets"}]}"""
        : Bodies.V3("j"));

    private static PowerShellSession Connected(LoopbackServer server, string credential)
    {
        var session = new PowerShellSession();
        session.Run($"Connect-LanguageService {server.Endpoint} {credential}").ThrowIfFailed();
        return session;
    }
}
