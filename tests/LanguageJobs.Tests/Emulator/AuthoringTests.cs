using System.Net;
using System.Text.Json.Nodes;
using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Emulator;

public class AuthoringTests
{
    private const string Root = "language/authoring/analyze-text/projects";
    private const string Version = "?api-version=2022-05-01";

    private static readonly EmulatorOptions Options = new() { Projects = Projects.All };

    [Fact]
    public async Task A_client_finds_projects_and_their_deployments()
    {
        await using var client = await EmulatorClient.Start(Options);

        var projects = await client.GetJson(Root + Version);
        var one = await client.GetJson($"{Root}/Orders{Version}");
        var deployments = await client.GetJson($"{Root}/Orders/deployments{Version}");
        var deployment = await client.GetJson($"{Root}/Orders/deployments/production{Version}");

        Assert.Equal(["Orders", "Queues", "Topics"], projects["value"]!.AsArray().Select(project => (string)project!["projectName"]!));
        Assert.Equal("CustomEntityRecognition", (string?)one["projectKind"]);
        Assert.Equal("production", (string?)deployments["value"]![0]!["deploymentName"]);
        Assert.Equal("production", (string?)deployment["deploymentName"]);
    }

    [Theory]
    [InlineData("/orders" + Version, "ProjectNotFound")]
    [InlineData("/orders/deployments" + Version, "ProjectNotFound")]
    [InlineData("/Orders/deployments/test" + Version, "NotFound")]
    [InlineData("/Orders", "404")]
    public async Task What_is_not_there_is_404(string path, string code)
    {
        await using var client = await EmulatorClient.Start(Options);

        using var answer = await client.Get(Root + path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(code, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!["code"]);
    }

    [Fact]
    public async Task Health_needs_no_key_and_is_not_counted()
    {
        await using var client = await EmulatorClient.Start(Options);
        using var stranger = new HttpClient { BaseAddress = client.Emulator.Endpoint };

        Assert.Equal("""{"status":"healthy"}""", await stranger.GetStringAsync("healthz"));
        Assert.Equal(0, client.Emulator.Counters.Requests);
    }
}
