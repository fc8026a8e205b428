using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Emulator;

public class ControlTests
{
    private const string ControlKey = "control-me";

    private static readonly JobBody Tea = JobBody.Ga.Document("1", "tea").Document("2", "soup").Document("3", "ice").Entities(name: "who").Single(name: "queue");

    [Theory]
    [InlineData(null)]
    [InlineData(EmulatorClient.Key)]
    public async Task Control_needs_a_key_of_its_own(string? key)
    {
        await using var client = await EmulatorClient.Start(Options());
        using var stranger = new HttpClient { BaseAddress = client.Emulator.Endpoint };
        if (key is not null)
            stranger.DefaultRequestHeaders.Add("Emulator-Control-Key", key);

        using var answer = await stranger.PostAsync("_emulator/reset", null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Emulator-Control-Key", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Without_a_control_key_there_are_no_control_endpoints()
    {
        await using var client = await EmulatorClient.Start(new EmulatorOptions { Projects = Projects.All });
        using var control = ControlOf(client);

        using var answer = await control.GetAsync("_emulator/counters");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task It_says_how_often_each_document_was_accepted_and_does_not_count_itself()
    {
        await using var client = await EmulatorClient.Start(Options());
        using var control = ControlOf(client);
        await client.Submit(Tea);
        await client.Submit(JobBody.Ga.Document("1", "tea").Document("a/b c", "tea").Single());

        var documents = await control.GetFromJsonAsync<JsonNode>("_emulator/documents");
        var one = await control.GetFromJsonAsync<JsonNode>("_emulator/documents/a/b%20c");
        var none = await control.GetFromJsonAsync<JsonNode>("_emulator/documents/unknown");
        var counters = await control.GetFromJsonAsync<JsonNode>("_emulator/counters");

        Assert.Equal("""{"1":2,"2":1,"3":1,"a/b c":1}""", Sorted(documents!["documents"]!.AsObject()));
        Assert.Equal("""{"document":"a/b c","accepted":1}""", one!.ToJsonString());
        Assert.Equal(0, (int)none!["accepted"]!);
        Assert.Equal(2, (int)counters!["requests"]!);
        Assert.Equal(2, (int)counters["acceptedSubmissions"]!);
    }

    [Fact]
    public async Task The_next_requests_of_an_operation_meet_a_fault_and_then_all_is_well()
    {
        await using var client = await EmulatorClient.Start(Options());
        using var control = ControlOf(client);
        await Post(control, "faults", """{"operation":"get","fault":503,"count":2,"retryAfter":"1m"}""");
        await Post(control, "faults", """{"operation":"submit","fault":"429"}""");

        using var throttled = await client.Post(Tea.Address, Tea.ToJson());
        var location = await client.Submit(Tea);
        using var first = await client.Get(location);
        using var second = await client.Get(location);
        using var third = await client.Get(location);

        Assert.Equal(HttpStatusCode.TooManyRequests, throttled.StatusCode);
        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK],
            new[] { first.StatusCode, second.StatusCode, third.StatusCode });
        Assert.Equal("60", first.Headers.GetValues("Retry-After").Single());
        var counters = await control.GetFromJsonAsync<JsonNode>("_emulator/counters");
        Assert.Equal("""{"429":1,"503":2}""", Sorted(counters!["faults"]!.AsObject()));
        Assert.Empty((await control.GetFromJsonAsync<JsonNode>("_emulator/faults"))!["faults"]!.AsArray());
    }

    [Fact]
    public async Task A_planned_answer_is_given_word_for_word_and_may_hide_that_the_job_was_taken()
    {
        await using var client = await EmulatorClient.Start(Options());
        using var control = ControlOf(client);
        await Post(control, "faults", """
            {"operation":"submit","status":403,"headers":{"Retry-After":"1296000"},"body":{"error":{"code":"403","message":"Out of call volume quota."}}}
            """);
        await Post(control, "faults", """{"operation":"submit","status":503,"body":"upstream connect error","taken":true}""");

        using var quota = await client.Post(Tea.Address, Tea.ToJson());
        using var gateway = await client.Post(Tea.Address, Tea.ToJson());

        Assert.Equal(HttpStatusCode.Forbidden, quota.StatusCode);
        Assert.Equal("1296000", quota.Headers.GetValues("Retry-After").Single());
        Assert.Equal("""{"error":{"code":"403","message":"Out of call volume quota."}}""", await quota.Content.ReadAsStringAsync());
        Assert.Equal("upstream connect error", await gateway.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", gateway.Content.Headers.ContentType?.MediaType);
        Assert.Equal(1, client.Emulator.Counters.UnseenSubmissions);
    }

    [Fact]
    public async Task Chosen_documents_and_tasks_fail_with_the_error_that_was_given()
    {
        await using var client = await EmulatorClient.Start(Options());
        using var control = ControlOf(client);
        await Post(control, "failures", """{"document":"3","code":"InvalidCountryHint","message":"No such country.","count":1}""");
        await Post(control, "failures", """{"task":"queue"}""");

        var job = await client.GetJson(await client.Submit(Tea));

        Assert.Equal("partiallyCompleted", (string?)job["status"]);
        Assert.Equal("#/tasks/items/1", (string?)job["errors"]!.AsArray().Single()!["target"]);
        var who = job["tasks"]!["items"]![0]!["results"]!;
        Assert.Equal(["1", "2"], who["documents"]!.AsArray().Select(document => (string)document!["id"]!));
        Assert.Equal("""{"code":"InvalidCountryHint","message":"No such country."}""", who["errors"]![0]!["error"]!["innererror"]!.ToJsonString());
        var left = (await control.GetFromJsonAsync<JsonNode>("_emulator/failures"))!["failures"]!.AsArray();
        Assert.Equal("queue", (string?)left.Single()!["task"]);
    }

    [Fact]
    public async Task A_job_fails_by_its_name_before_it_is_sent_or_by_its_id_afterwards()
    {
        await using var client = await EmulatorClient.Start(Options());
        using var control = ControlOf(client);
        await Post(control, "failures", """{"job":"breakfast"}""");

        var byName = await client.Submit(new JobBody { DisplayName = "breakfast" }.Document("1", "tea").Single());
        var byId = await client.Submit(Tea);
        await Post(control, "failures", $$"""{"job":"{{new Uri(byId).Segments[^1]}}"}""");

        Assert.Equal("failed", (string?)(await client.GetJson(byName))["status"]);
        Assert.Equal("failed", (string?)(await client.GetJson(byId))["status"]);
        Assert.Equal("succeeded", (string?)(await client.GetJson(await client.Submit(Tea)))["status"]);
    }

    [Fact]
    public async Task The_clock_is_moved_until_a_job_has_finished_and_until_it_has_expired()
    {
        await using var client = await EmulatorClient.Start(Options(duration: TimeSpan.FromHours(1)));
        using var control = ControlOf(client);
        var location = await client.Submit(Tea);
        var before = (string?)(await client.GetJson(location))["status"];

        await Post(control, "clock", """{"advance":"1h"}""");
        using var finished = await client.Get(location);
        await Post(control, "clock", """{"advance":"23h"}""");
        using var expired = await client.Get(location);

        Assert.Equal("notStarted", before);
        Assert.Contains("\"status\":\"succeeded\"", await finished.Content.ReadAsStringAsync());
        Assert.InRange(finished.Headers.Date!.Value - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.NotFound, expired.StatusCode);
        var clock = await control.GetFromJsonAsync<JsonNode>("_emulator/clock");
        Assert.Equal("86400s", (string?)clock!["ahead"]);
    }

    [Fact]
    public async Task Moving_the_clock_makes_the_rate_limit_forget()
    {
        await using var client = await EmulatorClient.Start(Options(perMinute: 1));
        (await client.Get(SavedJobs.Language("any"))).Dispose();

        using var refused = await client.Get(SavedJobs.Language("any"));
        client.Emulator.Control.AdvanceClock(TimeSpan.FromMinutes(1));
        using var later = await client.Get(SavedJobs.Language("any"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, later.StatusCode);
    }

    [Fact]
    public async Task A_project_and_a_job_are_loaded_while_it_runs()
    {
        await using var client = await EmulatorClient.Start(Options());
        using var control = ControlOf(client);
        await Post(control, "projects", """
            {"metadata":{"projectName":"Pets","projectKind":"CustomEntityRecognition"},"gazetteer":{"Pet":["cat"]},"deployments":["blue"]}
            """);
        var saved = await Post(control, "jobs", """{"jobId":"old","status":"succeeded","tasks":{"items":[]}}""");
        var nameless = await Post(control, "jobs", """{"status":"succeeded","tasks":{"items":[]}}""");

        using var refused = await client.Post(Tea.Address, JobBody.Ga.Document("1", "a cat").Entities("Pets").ToJson());
        var job = await client.GetJson(SavedJobs.Language("old"));
        var projects = (await control.GetFromJsonAsync<JsonNode>("_emulator/projects"))!["projects"]!.AsArray();

        Assert.Equal("old", (string?)saved["jobId"]);
        Assert.True(Guid.TryParse((string?)nameless["jobId"], out _));
        Assert.Equal("succeeded", (string?)job["status"]);
        Assert.Contains("""{"projectName":"Pets","projectKind":"CustomEntityRecognition","deployments":["blue"]}""", projects.Select(project => project!.ToJsonString()));
        var wrongDeployment = await client.GetJson(refused.Headers.GetValues("operation-location").Single());
        Assert.Contains("Known deployments: blue.", (string?)wrongDeployment["errors"]![0]!["message"]);
    }

    [Fact]
    public async Task The_requests_that_were_seen_are_listed_with_operation_fault_and_reason()
    {
        await using var client = await EmulatorClient.Start(Options());
        using var control = ControlOf(client);
        await client.Submit(Tea);
        await Post(control, "faults", """{"fault":"504"}""");
        (await client.Get(SavedJobs.Language("nobody"))).Dispose();
        (await client.Get(SavedJobs.Language("nobody"))).Dispose();

        var all = (await control.GetFromJsonAsync<JsonNode>("_emulator/requests"))!["requests"]!.AsArray();
        var last = (await control.GetFromJsonAsync<JsonNode>("_emulator/requests?operation=get&last=1"))!["requests"]!.AsArray().Single()!;

        Assert.Equal([202, 504, 404], all.Select(request => (int)request!["status"]!));
        Assert.Equal("504", (string?)all[1]!["fault"]);
        Assert.Equal("/" + SavedJobs.Language("nobody"), (string?)last["path"]);
        Assert.Equal("No job has this id.", (string?)last["reason"]);
    }

    [Fact]
    public async Task Reset_brings_back_what_was_there_at_the_start()
    {
        await using var client = await EmulatorClient.Start(Options());
        using var control = ControlOf(client);
        var location = await client.Submit(Tea);
        await Post(control, "faults", """{"fault":"cut","count":5}""");
        await Post(control, "failures", """{"document":"1"}""");
        await Post(control, "clock", """{"advance":"25h"}""");
        await Post(control, "jobs", """{"jobId":"old","tasks":{"items":[]}}""");

        using var reset = await control.PostAsync("_emulator/reset", null);

        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        Assert.Equal(0, client.Emulator.Counters.Requests);
        Assert.Empty(client.Emulator.Counters.AcceptedDocuments);
        Assert.Equal(TimeSpan.Zero, client.Emulator.Control.ClockAhead);
        using var forgotten = await client.Get(location);
        using var unloaded = await client.Get(SavedJobs.Language("old"));
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], new[] { forgotten.StatusCode, unloaded.StatusCode });
        var job = await client.GetJson(await client.Submit(Tea));
        Assert.Equal("succeeded", (string?)job["status"]);
        Assert.Equal(3, job["tasks"]!["items"]![0]!["results"]!["documents"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("faults", """{"operation":"get"}""", "'fault'")]
    [InlineData("faults", """{"fault":"418"}""", "'418' is not a known fault")]
    [InlineData("faults", """{"fualt":"503"}""", "fualt")]
    [InlineData("faults", """{"fault":"503","count":0}""", "at least 1")]
    [InlineData("faults", "not json", "cannot be read")]
    [InlineData("failures", """{"document":"1","task":"2"}""", "exactly one")]
    [InlineData("clock", """{"advance":"yesterday"}""", "'yesterday' is not a time")]
    [InlineData("projects", """{"metadata":{"projectName":"a","projectKind":"CustomEntityRecognition"}}""", "gazetteer")]
    [InlineData("projects?path=/no/such/folder", "", "/no/such/folder")]
    [InlineData("jobs", """{"status":"succeeded"}""", "no object 'tasks'")]
    public async Task What_cannot_be_done_is_400_and_says_why(string endpoint, string body, string complaint)
    {
        await using var client = await EmulatorClient.Start(Options());
        using var control = ControlOf(client);

        using var answer = await control.PostAsync($"_emulator/{endpoint}", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(complaint, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!["message"]);
    }

    private static EmulatorOptions Options(TimeSpan duration = default, int perMinute = 0) =>
        new() { Projects = Projects.All, ControlKey = ControlKey, JobDuration = duration, RequestsPerMinute = perMinute };

    private static HttpClient ControlOf(EmulatorClient client)
    {
        var control = new HttpClient { BaseAddress = client.Emulator.Endpoint };
        control.DefaultRequestHeaders.Add("Emulator-Control-Key", ControlKey);
        return control;
    }

    private static async Task<JsonNode> Post(HttpClient control, string endpoint, string body)
    {
        using var answer = await control.PostAsync($"_emulator/{endpoint}", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static string Sorted(JsonObject counts) =>
        new JsonObject(counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => KeyValuePair.Create(count.Key, count.Value?.DeepClone()))).ToJsonString();
}
