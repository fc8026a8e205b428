using System.Net;
using System.Text.Json.Nodes;
using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Emulator;

public class FaultTests
{
    [Fact]
    public async Task Beyond_the_rate_limit_comes_429_until_a_minute_has_passed()
    {
        var clock = new ManualClock();
        await using var client = await EmulatorClient.Start(
            new EmulatorOptions { Projects = Projects.All, RequestsPerMinute = 3, TimeProvider = clock });
        var location = await client.Submit(JobBody.Ga.Document("1", "tea").Single());
        await client.GetJson(location);
        await client.GetJson(location);

        clock.Advance(TimeSpan.FromSeconds(17.5));
        using var refused = await client.Get(location);
        clock.Advance(TimeSpan.FromSeconds(42.5));
        using var later = await client.Get(location);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("43", refused.Headers.GetValues("Retry-After").Single());
        Assert.Contains("Please retry after 43 seconds.", await refused.Content.ReadAsStringAsync());
        Assert.Equal("ResourceRateLimitBy1s", refused.Headers.GetValues("policy-id").Single());
        Assert.Contains("have exceeded rate limit of your current", await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.Equal(1, client.Emulator.Counters.Throttled);
    }

    [Theory]
    [InlineData(FaultKinds.Timeout, 408, """{"error":{"code":"Timeout","message":"The operation was timeout."}}""")]
    [InlineData(FaultKinds.GatewayTimeout, 504, "upstream request timeout")]
    [InlineData(FaultKinds.InternalServerError, 500, "\"message\":\"Internal server error\"")]
    [InlineData(FaultKinds.ServiceUnavailable, 503, "\"code\":\"ServiceUnavailable\"")]
    [InlineData(FaultKinds.TooManyRequests, 429, "\"code\":\"429\"")]
    public async Task A_fault_answers_as_the_service_in_trouble_did(FaultKinds kind, int status, string body)
    {
        await using var client = await EmulatorClient.Start(Faulty(kind));

        using var answer = await client.Get(SavedJobs.Language("any"));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(body, await answer.Content.ReadAsStringAsync());
        Assert.Equal(1, client.Emulator.Counters.Faults[kind]);
    }

    [Fact]
    public async Task A_connection_can_be_cut_before_the_answer()
    {
        await using var client = await EmulatorClient.Start(Faulty(FaultKinds.ConnectionCut));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.Get(SavedJobs.Language("any")));
    }

    [Fact]
    public async Task A_connection_can_be_cut_in_the_middle_of_the_body()
    {
        await using var client = await EmulatorClient.Start(Faulty(FaultKinds.BodyCut));
        var request = new HttpRequestMessage(HttpMethod.Get, SavedJobs.Language("any"));

        using var head = await client.SendForHead(request);

        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
        await Assert.ThrowsAnyAsync<IOException>(async () => await (await head.Content.ReadAsStreamAsync()).CopyToAsync(Stream.Null));
    }

    [Theory]
    [InlineData(FaultKinds.Timeout)]
    [InlineData(FaultKinds.InternalServerError)]
    [InlineData(FaultKinds.GatewayTimeout)]
    [InlineData(FaultKinds.ConnectionCut)]
    [InlineData(FaultKinds.BodyCut)]
    public async Task A_submission_may_be_taken_although_its_answer_is_lost_and_is_counted(FaultKinds kind)
    {
        await using var client = await EmulatorClient.Start(Faulty(kind, taken: 1));

        await SubmitInVain(client);

        Assert.Equal(1, client.Emulator.Counters.AcceptedSubmissions);
        Assert.Equal(1, client.Emulator.Counters.UnseenSubmissions);
        Assert.Equal(1, client.Emulator.Counters.AcceptedDocuments["1"]);
    }

    [Theory]
    [InlineData(FaultKinds.TooManyRequests)]
    [InlineData(FaultKinds.ServiceUnavailable)]
    public async Task A_submission_refused_with_429_or_503_is_never_taken(FaultKinds kind)
    {
        await using var client = await EmulatorClient.Start(Faulty(kind, taken: 1));

        await SubmitInVain(client);

        Assert.Equal(0, client.Emulator.Counters.AcceptedSubmissions);
    }

    [Fact]
    public async Task The_rate_is_a_share_of_the_requests()
    {
        var options = new EmulatorOptions { Faults = new FaultOptions { Rate = 0.2, Kinds = FaultKinds.ServiceUnavailable }, Seed = 5 };
        await using var client = await EmulatorClient.Start(options);

        for (var number = 0; number < 500; number++)
            (await client.Get(SavedJobs.Language("any"))).Dispose();

        Assert.InRange(client.Emulator.Counters.Faults[FaultKinds.ServiceUnavailable], 70, 130);
    }

    [Fact]
    public async Task Jobs_tasks_and_documents_can_be_made_to_fail()
    {
        var failedJob = await RunJob(new FaultOptions { FailedJobs = 1 });
        var failedTasks = await RunJob(new FaultOptions { FailedTasks = 0.5 });
        var failedDocuments = await RunJob(new FaultOptions { FailedDocuments = 0.5 });

        Assert.Equal("failed", (string?)failedJob["status"]);
        Assert.Equal(8, failedJob["errors"]!.AsArray().Count);
        Assert.Equal("partiallyCompleted", (string?)failedTasks["status"]);
        Assert.Equal((int)failedTasks["tasks"]!["failed"]!, failedTasks["errors"]!.AsArray().Count);
        Assert.Equal("succeeded", (string?)failedDocuments["status"]);
        Assert.All(failedDocuments["tasks"]!["items"]!.AsArray(), task =>
        {
            var results = task!["results"]!;
            Assert.NotEmpty(results["errors"]!.AsArray());
            Assert.Equal(20, results["documents"]!.AsArray().Count + results["errors"]!.AsArray().Count);
        });
    }

    private static async Task<JsonNode> RunJob(FaultOptions faults)
    {
        await using var client = await EmulatorClient.Start(new EmulatorOptions { Projects = Projects.All, Faults = faults, Seed = 1 });
        var body = Enumerable.Range(0, 8).Aggregate(JobBody.Ga.Documents(20), (job, number) => job.Single(name: $"task {number}"));
        return await client.GetJson(await client.Submit(body));
    }

    private static async Task SubmitInVain(EmulatorClient client)
    {
        var body = JobBody.Ga.Document("1", "tea").Single();
        try
        {
            using var answer = await client.Post(body.Address, body.ToJson());
            Assert.NotEqual(HttpStatusCode.Accepted, answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            // Some of these faults cut the connection.
        }
    }

    private static EmulatorOptions Faulty(FaultKinds kind, double taken = 0.5) => new()
    {
        Projects = Projects.All,
        Faults = new FaultOptions { Rate = 1, Kinds = kind, TakenAllTheSame = taken },
    };
}
