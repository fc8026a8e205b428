using System.Net;
using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Emulator;

public class ApiVersionTests
{
    private const string Old = "v3.2-preview.2";
    private const string New = "2025-11-01";

    [Theory]
    [InlineData(Old, true, New, false)]
    [InlineData(New, false, Old, true)]
    [InlineData("v3.2-preview.2 2025-11-01", true, "2022-05-01", false)]
    public async Task Only_the_listed_versions_are_served(string served, bool old, string absent, bool absentIsOld)
    {
        await using var client = await EmulatorClient.Start(Serving(served.Split(' ')));

        using var submitted = await client.Post(Submission(old ? Old : New, old), Body(old));
        using var read = await client.Get(submitted.Headers.GetValues("operation-location").Single());

        Assert.Equal(HttpStatusCode.Accepted, submitted.StatusCode);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        using var refused = await client.Post(Submission(absent, absentIsOld), Body(absentIsOld));
        await AssertGateway404(refused);
        using var unread = await client.Get(absentIsOld ? $"text/analytics/{absent}/analyze/jobs/1" : $"language/analyze-text/jobs/1?api-version={absent}");
        await AssertGateway404(unread);
        Assert.Equal(1, client.Emulator.Counters.AcceptedSubmissions);
    }

    [Fact]
    public async Task A_service_with_both_generations_takes_jobs_in_either()
    {
        await using var client = await EmulatorClient.Start(Serving(Old, New));

        using var v3 = await client.Post(Submission(Old, old: true), Body(old: true));
        using var dated = await client.Post(Submission(New, old: false), Body(old: false));

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Accepted], new[] { v3.StatusCode, dated.StatusCode });
    }

    [Fact]
    public async Task Where_the_version_is_served_an_unknown_job_gets_the_404_of_the_service_itself()
    {
        await using var client = await EmulatorClient.Start(Serving(Old));

        using var answer = await client.Get($"text/analytics/{Old}/analyze/jobs/1");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("\"code\":\"NotFound\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_version_that_nobody_knows_cannot_be_listed()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => LanguageEmulator.StartAsync(Serving("v4")));

        Assert.Contains("'v4'", error.Message);
    }

    private static EmulatorOptions Serving(params string[] versions) => new() { Projects = Projects.All, ApiVersions = versions };

    private static string Submission(string version, bool old) =>
        old ? $"text/analytics/{version}/analyze" : $"language/analyze-text/jobs?api-version={version}";

    private static string Body(bool old) => (old ? JobBody.V3 : JobBody.Ga).Document("1", "tea").Single().ToJson();

    private static async Task AssertGateway404(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("""{"error":{"code":"404","message":"Resource not found"}}""", await answer.Content.ReadAsStringAsync());
    }
}
