using System.Net;
using System.Text;
using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Emulator;

/// <summary>What other people's clients do, and what a person sees who looks.</summary>
public class FriendlinessTests
{
    [Fact]
    public async Task Repeated_slashes_in_a_path_are_taken_for_one()
    {
        await using var client = await EmulatorClient.Start();

        using var answer = await client.Get($"{client.Emulator.Endpoint}/language//analyze-text/jobs/{SavedJobs.Partial}?api-version=2023-04-01");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("//language//", client.Emulator.Control.Requests.Single().Path);
    }

    [Fact]
    public async Task A_byte_order_mark_before_a_body_is_skipped()
    {
        await using var client = await EmulatorClient.Start(new EmulatorOptions { Projects = Projects.All });
        var job = JobBody.Ga.Document("1", "tea").Single();

        using var answer = await client.PostBytes(job.Address, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(job.ToJson())]);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task The_root_says_what_this_is_and_needs_no_key()
    {
        await using var client = await EmulatorClient.Start();
        using var browser = new HttpClient();

        using var answer = await browser.GetAsync(client.Emulator.Endpoint);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Language emulator", await answer.Content.ReadAsStringAsync());
        Assert.Equal(0, client.Emulator.Counters.Requests);
    }

    [Theory]
    [InlineData("http://localhost:3000", "http://localhost:3000")]
    [InlineData("http://elsewhere.example", null)]
    public async Task A_page_in_a_browser_may_call_where_its_origin_is_listed(string origin, string? allowed)
    {
        var options = new EmulatorOptions { Projects = Projects.All, CorsOrigins = ["http://localhost:3000/"] };
        await using var client = await EmulatorClient.Start(options);
        using var browser = new HttpClient { BaseAddress = client.Emulator.Endpoint };
        var preflight = new HttpRequestMessage(HttpMethod.Options, SavedJobs.Language("any"));
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "ocp-apim-subscription-key");

        using var answer = await browser.SendAsync(preflight);

        Assert.Equal(allowed, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null);
    }

    [Theory]
    [InlineData("language/analyze-text/jobs/1", "The query has no api-version.")]
    [InlineData("language/analyze-text/jobs/1?api-version=2022-02-01-preview", "The emulator knows no version '2022-02-01-preview' of this API.")]
    [InlineData("text/analytics/v9/analyze/jobs/1", "The emulator knows no version 'v9' of this API.")]
    [InlineData("text/analytics/v3.1/analyze/jobs/1", "Version 'v3.1' is not among those of --api-versions.")]
    [InlineData("somewhere/else", "No route has this path.")]
    [InlineData("language/analyze-text/jobs/1?api-version=2025-11-01", "No job has this id.")]
    public async Task Every_404_has_its_reason_in_the_list_of_requests(string address, string reason)
    {
        await using var client = await EmulatorClient.Start(new EmulatorOptions { ApiVersions = ["2025-11-01"] });

        using var answer = await client.Get(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(reason, client.Emulator.Control.Requests.Single().Reason);
    }

    [Theory]
    [InlineData(null, null, "It has no Ocp-Apim-Subscription-Key header and no bearer token.")]
    [InlineData("Ocp-Apim-Subscription-Key", "wrong", "Ocp-Apim-Subscription-Key is not the emulator's key (--key).")]
    [InlineData("Authorization", "Bearer wrong", "It has a bearer token, and the emulator was started without --token.")]
    public async Task Every_401_has_its_reason_in_the_list_of_requests_and_no_secret(string? header, string? value, string reason)
    {
        await using var client = await EmulatorClient.Start();
        using var stranger = new HttpClient { BaseAddress = client.Emulator.Endpoint };
        if (header is not null)
            stranger.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        using var answer = await stranger.GetAsync(SavedJobs.Language(SavedJobs.Partial));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(reason, client.Emulator.Control.Requests.Single().Reason);
    }

    [Fact]
    public async Task Without_a_key_everybody_may_enter()
    {
        await using var client = await EmulatorClient.Start(new EmulatorOptions { Key = null });
        using var stranger = new HttpClient { BaseAddress = client.Emulator.Endpoint };

        using var answer = await stranger.GetAsync(SavedJobs.Language("any"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
