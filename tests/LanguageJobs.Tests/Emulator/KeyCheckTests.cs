using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LanguageJobs.Emulator;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Emulator;

public class KeyCheckTests
{
    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public async Task A_wrong_or_missing_key_is_401_in_the_words_of_the_service(string? key)
    {
        await using var client = await EmulatorClient.Start();
        using var stranger = new HttpClient { BaseAddress = client.Emulator.Endpoint };
        if (key is not null)
            stranger.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", key);

        using var answer = await stranger.GetAsync(SavedJobs.TextAnalytics(SavedJobs.Partial));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var error = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["error"]!;
        Assert.Equal("401", (string?)error["code"]);
        Assert.StartsWith("Access denied due to invalid subscription key or wrong API endpoint.", (string?)error["message"]);
        Assert.Equal(1, client.Emulator.Counters.Unauthorized);
    }

    [Theory]
    [InlineData("letmein", HttpStatusCode.OK)]
    [InlineData("other", HttpStatusCode.Unauthorized)]
    public async Task A_bearer_token_opens_the_door_when_it_is_the_configured_one(string token, HttpStatusCode expected)
    {
        var options = new EmulatorOptions { Token = "letmein", JobsFolder = Repository.PathOf("examples/jobs") };
        await using var emulator = await LanguageEmulator.StartAsync(options);
        using var stranger = new HttpClient { BaseAddress = emulator.Endpoint };
        stranger.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var answer = await stranger.GetAsync(SavedJobs.TextAnalytics(SavedJobs.Partial));

        Assert.Equal(expected, answer.StatusCode);
    }
}
