using System.Text.Json.Nodes;
using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Emulator;

public class SubmissionTests
{
    private static readonly EmulatorOptions Options = new() { Projects = Projects.All };

    [Fact]
    public async Task A_job_of_v3_is_answered_in_the_shape_that_v3_was_recorded_with()
    {
        await using var client = await EmulatorClient.Start(Options);
        var body = JobBody.V3.Document("1", "Bo Ek had tea, then Anna had soup.").Document("2", "").Entities(name: "who").Single().Multi();

        var location = await client.Submit(body);
        var job = await client.GetJson(location + "?showStats=true");

        Assert.Matches("/text/analytics/v3.2-preview.2/analyze/jobs/[0-9a-f-]{36}$", location);
        Assert.Equal(
            ["jobId", "lastUpdateDateTime", "createdDateTime", "expirationDateTime", "status", "errors", "tasks"], Names(job));
        Assert.Equal(
            ["completed", "failed", "inProgress", "total", "customEntityRecognitionTasks", "customSingleClassificationTasks", "customMultiClassificationTasks"],
            Names(job["tasks"]!));
        var entities = job["tasks"]!["customEntityRecognitionTasks"]![0]!;
        Assert.Equal(["lastUpdateDateTime", "taskName", "state", "results"], Names(entities));
        Assert.Equal(["statistics", "documents", "errors", "projectName", "deploymentName"], Names(entities["results"]!));
        Assert.Equal(
            """{"id":"1","statistics":{"charactersCount":34,"transactionsCount":1},"entities":[{"text":"Bo Ek","category":"Person","offset":0,"length":5,"confidenceScore":1},{"text":"Anna","category":"Person","offset":20,"length":4,"confidenceScore":1},{"text":"tea","category":"Drink","offset":10,"length":3,"confidenceScore":1}],"warnings":[]}""",
            entities["results"]!["documents"]!.AsArray().Single()!.ToJsonString());
        Assert.Equal(
            """{"id":"2","error":{"code":"InvalidArgument","message":"Invalid document in request.","innererror":{"code":"InvalidDocument","message":"Document text is empty."}}}""",
            entities["results"]!["errors"]!.AsArray().Single()!.ToJsonString());
        var single = job["tasks"]!["customSingleClassificationTasks"]![0]!;
        Assert.Equal(["lastUpdateDateTime", "state", "results"], Names(single));
        Assert.Equal(
            """{"id":"1","classification":{"category":"Bar","confidenceScore":0.5},"statistics":{"charactersCount":34,"transactionsCount":1},"warnings":[]}""",
            single["results"]!["documents"]![0]!.ToJsonString());
        Assert.Equal(
            """[{"category":"Hot","confidenceScore":1}]""",
            job["tasks"]!["customMultiClassificationTasks"]![0]!["results"]!["documents"]![0]!["classifications"]!.ToJsonString());
    }

    [Fact]
    public async Task A_job_of_the_language_route_lists_items_by_kind_with_class_as_an_array()
    {
        await using var client = await EmulatorClient.Start(Options);
        var body = new JobBody { DisplayName = "breakfast" }.Document("1", "tea").Single(name: "q").Multi();

        var location = await client.Submit(body);
        var job = await client.GetJson(location);

        Assert.EndsWith("?api-version=2023-04-01", location);
        Assert.Equal(
            ["jobId", "lastUpdatedDateTime", "createdDateTime", "expirationDateTime", "status", "errors", "displayName", "tasks"], Names(job));
        var items = job["tasks"]!["items"]!.AsArray();
        Assert.Equal(["kind", "taskName", "lastUpdateDateTime", "status", "results"], Names(items[0]!));
        Assert.Equal("CustomSingleLabelClassificationLROResults", (string?)items[0]!["kind"]);
        Assert.Equal("""{"id":"1","class":[{"category":"Bar","confidenceScore":1}],"warnings":[]}""", items[0]!["results"]!["documents"]![0]!.ToJsonString());
        Assert.Equal("CustomMultiLabelClassificationLROResults", (string?)items[1]!["kind"]);
        Assert.Equal("Topics", (string?)items[1]!["results"]!["projectName"]);
        Assert.Equal("production", (string?)items[1]!["results"]!["deploymentName"]);
    }

    [Theory]
    [InlineData("2022-04-01-preview", "lastUpdateDateTime", """{"category":"Bar","confidenceScore":1}""")]
    [InlineData("2022-05-01", "lastUpdatedDateTime", """[{"category":"Bar","confidenceScore":1}]""")]
    [InlineData("2025-11-01", "lastUpdatedDateTime", """[{"category":"Bar","confidenceScore":1}]""")]
    public async Task Each_version_spells_the_single_class_and_the_job_time_its_own_way(string version, string time, string expected)
    {
        await using var client = await EmulatorClient.Start(Options);

        using var accepted = await client.Post(
            $"language/analyze-text/jobs?api-version={version}", JobBody.Ga.Document("1", "tea").Single().ToJson());
        var job = await client.GetJson(accepted.Headers.GetValues("operation-location").Single());

        Assert.NotNull(job[time]);
        Assert.Equal(expected, job["tasks"]!["items"]![0]!["results"]!["documents"]![0]!["class"]!.ToJsonString());
    }

    [Theory]
    [InlineData("2022-04-01-preview", "partiallySucceeded")]
    [InlineData("2022-05-01", "partiallyCompleted")]
    public async Task Half_a_success_had_another_word_before_the_first_stable_version(string version, string expected)
    {
        await using var client = await EmulatorClient.Start(Options);

        using var accepted = await client.Post(
            $"language/analyze-text/jobs?api-version={version}", JobBody.Ga.Document("1", "tea").Single().Single("Nowhere", name: "bad").ToJson());
        var job = await client.GetJson(accepted.Headers.GetValues("operation-location").Single());

        Assert.Equal(expected, (string?)job["status"]);
    }

    [Theory]
    [InlineData("v3.1", "NA")]
    [InlineData("v3.2-preview.1", "NA")]
    [InlineData("v3.2-preview.2", null)]
    public async Task A_job_without_a_name_was_called_NA_by_the_older_versions(string version, string? expected)
    {
        await using var client = await EmulatorClient.Start(Options);

        using var accepted = await client.Post($"text/analytics/{version}/analyze", JobBody.V3.Document("1", "tea").Single().ToJson());
        var job = await client.GetJson(accepted.Headers.GetValues("operation-location").Single());

        Assert.Equal(expected, (string?)job["displayName"]);
    }

    [Fact]
    public async Task An_unknown_project_fails_its_task_and_says_so_with_a_target()
    {
        await using var client = await EmulatorClient.Start(Options);

        var v3 = await client.GetJson(await client.Submit(JobBody.V3.Document("1", "tea").Single("Nowhere")));
        var ga = await client.GetJson(await client.Submit(JobBody.Ga.Document("1", "tea").Multi().Single("Nowhere")));

        Assert.Equal("failed", (string?)v3["status"]);
        Assert.Equal("#/tasks/customSingleClassificationTasks/0", (string?)v3["errors"]![0]!["target"]);
        Assert.Contains("'Nowhere'", (string?)v3["errors"]![0]!["message"]);
        Assert.Null(v3["tasks"]!["customSingleClassificationTasks"]![0]!["results"]);
        Assert.Equal("partiallyCompleted", (string?)ga["status"]);
        Assert.Equal("#/tasks/items/1", (string?)ga["errors"]![0]!["target"]);
        Assert.Equal("succeeded", (string?)ga["tasks"]!["items"]![0]!["status"]);
    }

    [Fact]
    public async Task A_project_of_another_kind_cannot_be_asked()
    {
        await using var client = await EmulatorClient.Start(Options);

        var job = await client.GetJson(await client.Submit(JobBody.Ga.Document("1", "tea").Multi("Orders")));

        Assert.Equal("failed", (string?)job["status"]);
        Assert.Contains("CustomEntityRecognition", (string?)job["errors"]![0]!["message"]);
    }

    [Fact]
    public async Task Pages_of_a_submitted_job_follow_the_order_of_its_documents()
    {
        await using var client = await EmulatorClient.Start(Options);

        var location = await client.Submit(JobBody.V3.Documents(25).Entities());
        var first = await client.GetJson(location);
        var second = await client.GetJson((string)first["@nextLink"]!);

        Assert.Equal(location + "?$skip=20&$top=5&showStats=False", (string?)first["@nextLink"]);
        var ids = new[] { first, second }.SelectMany(page => page["tasks"]!["customEntityRecognitionTasks"]![0]!["results"]!["documents"]!.AsArray());
        Assert.Equal(Enumerable.Range(0, 25).Select(number => $"doc-{number}"), ids.Select(document => (string)document!["id"]!));
        Assert.Null(second["@nextLink"]);
    }

    [Fact]
    public async Task It_counts_what_was_accepted()
    {
        await using var client = await EmulatorClient.Start(Options);

        await client.Submit(new JobBody { DisplayName = "a" }.Document("1", "tea").Single());
        await client.Submit(new JobBody { DisplayName = "b" }.Document("1", "tea").Document("2", "tea").Single());

        var counters = client.Emulator.Counters;
        Assert.Equal(2, counters.AcceptedSubmissions);
        Assert.Equal(2, counters.AcceptedDocuments["1"]);
        Assert.Equal(1, counters.AcceptedDocuments["2"]);
        Assert.Equal(1, counters.AcceptedDisplayNames["b"]);
        Assert.Equal(2, counters.Jobs.Count);
    }

    private static IEnumerable<string> Names(JsonNode node) => node.AsObject().Select(member => member.Key);
}
