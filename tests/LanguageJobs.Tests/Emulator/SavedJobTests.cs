using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Emulator;

public class SavedJobTests
{
    [Fact]
    public async Task A_job_is_served_under_both_routes_in_the_dialect_it_was_saved_in()
    {
        await using var client = await EmulatorClient.Start();

        foreach (var address in new[] { SavedJobs.TextAnalytics(SavedJobs.AgreementEntities), SavedJobs.Language(SavedJobs.AgreementEntities) })
        {
            var job = await client.GetJson(address);
            Assert.Equal("succeeded", (string?)job["status"]);
            var task = job["tasks"]!["customEntityRecognitionTasks"]![0]!;
            Assert.Equal("succeeded", (string?)task["state"]);
            Assert.Equal(5, task["results"]!["documents"]!.AsArray().Count);
            Assert.Equal("InvalidDocument", (string?)task["results"]!["errors"]![0]!["error"]!["innererror"]!["code"]);
        }
    }

    [Fact]
    public async Task A_body_without_an_id_is_found_under_its_file_name()
    {
        using var folder = new TemporaryFolder();
        folder.Write("first.json", """{"status":"succeeded","tasks":{"items":[]}}""");
        await using var client = await EmulatorClient.Start(new EmulatorOptions { JobsFolder = folder.Path });

        var job = await client.GetJson(SavedJobs.Language("first"));

        Assert.Equal("succeeded", (string?)job["status"]);
    }

    [Fact]
    public async Task Compressed_jobs_are_served_and_json_lines_are_left_out()
    {
        using var folder = new TemporaryFolder();
        await using (var file = new GZipStream(File.Create(Path.Combine(folder.Path, "first.json.gz")), CompressionLevel.Optimal))
            file.Write("""{"status":"succeeded","tasks":{"items":[]}}"""u8);
        folder.Write("first.jsonl", "{}");
        await using var client = await EmulatorClient.Start(new EmulatorOptions { JobsFolder = folder.Path });

        var job = await client.GetJson(SavedJobs.Language("first"));

        Assert.Equal("succeeded", (string?)job["status"]);
    }

    [Fact]
    public async Task A_damaged_compressed_job_is_named_at_the_start()
    {
        using var folder = new TemporaryFolder();
        folder.Write("broken.json.gz", "{}");

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => LanguageEmulator.StartAsync(new EmulatorOptions { JobsFolder = folder.Path }));

        Assert.Contains("broken.json.gz", error.Message);
    }

    [Fact]
    public async Task An_unknown_job_is_404_with_the_code_NotFound()
    {
        await using var client = await EmulatorClient.Start();

        using var answer = await client.Get(SavedJobs.TextAnalytics("no-such-job"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("NotFound", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!["code"]);
    }

    [Theory]
    [InlineData("language/analyze-text/jobs/" + SavedJobs.Contracts)]
    [InlineData("language/analyze-text/jobs/" + SavedJobs.Contracts + "?api-version=latest")]
    [InlineData("text/analytics/v9/analyze/jobs/" + SavedJobs.Contracts)]
    [InlineData("somewhere/else")]
    public async Task A_path_or_version_that_the_gateway_does_not_know_is_its_own_404(string address)
    {
        await using var client = await EmulatorClient.Start();

        using var answer = await client.Get(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(
            """{"error":{"code":"404","message":"Resource not found"}}""", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("not json", "is not JSON")]
    [InlineData("""{"tasks":{"items":[]}""", "is not JSON")]
    [InlineData("[]", "no object 'tasks'")]
    public async Task A_file_that_is_no_job_is_named_at_the_start(string content, string complaint)
    {
        using var folder = new TemporaryFolder();
        folder.Write("broken.json", content);

        var error = await Assert.ThrowsAsync<InvalidDataException>(
            () => LanguageEmulator.StartAsync(new EmulatorOptions { JobsFolder = folder.Path }));

        Assert.Contains("broken.json", error.Message);
        Assert.Contains(complaint, error.Message);
    }

    [Fact]
    public async Task Every_answer_carries_the_correlation_headers_and_a_length()
    {
        await using var client = await EmulatorClient.Start();

        using var answer = await client.Get(SavedJobs.TextAnalytics(SavedJobs.Partial));

        Assert.True(Guid.TryParse(answer.Headers.GetValues("apim-request-id").Single(), out _));
        Assert.True(answer.Headers.Contains("x-ms-region"));
        Assert.True(answer.Headers.Contains("x-envoy-upstream-service-time"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.NotNull(answer.Content.Headers.ContentLength);
    }
}
