using System.Text.Json.Nodes;
using LanguageJobs.Emulator;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Emulator;

public class JobProgressTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ManualClock clock = new();

    [Fact]
    public async Task A_job_goes_from_not_started_over_running_to_finished()
    {
        await using var client = await Start();
        var seen = new List<string>();

        for (var second = 0; second <= 60; second++)
        {
            var job = await client.GetJson(SavedJobs.TextAnalytics(SavedJobs.AgreementEntities));
            seen.Add((string)job["status"]!);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["notStarted", "running", "succeeded"], seen.Distinct());
        Assert.Equal("running", seen[59]);
        Assert.Equal("succeeded", seen[60]);
    }

    [Fact]
    public async Task A_job_that_has_not_started_lists_no_tasks_and_counts_them_as_in_progress()
    {
        await using var client = await Start();

        var v3 = await client.GetJson(SavedJobs.TextAnalytics(SavedJobs.AgreementEntities));
        var ga = await client.GetJson(SavedJobs.Language(SavedJobs.Contracts));

        Assert.Equal("""{"completed":0,"failed":0,"inProgress":1,"total":1}""", v3["tasks"]!.ToJsonString());
        Assert.Equal("""{"completed":0,"failed":0,"inProgress":2,"total":2,"items":[]}""", ga["tasks"]!.ToJsonString());
    }

    [Fact]
    public async Task Tasks_that_are_finished_are_listed_while_the_job_still_runs()
    {
        await using var client = await Start();
        clock.Advance(Minute * 0.6);

        var job = await client.GetJson(SavedJobs.Language(SavedJobs.Contracts));

        Assert.Equal("running", (string?)job["status"]);
        Assert.Equal("parties", (string?)job["tasks"]!["items"]!.AsArray().Single()!["taskName"]);
        Assert.Equal([1, 0, 1, 2], Counters(job));
    }

    [Fact]
    public async Task Errors_of_the_job_show_when_it_is_finished()
    {
        await using var client = await Start();
        clock.Advance(Minute * 0.6);
        var running = await client.GetJson(SavedJobs.TextAnalytics(SavedJobs.Partial));
        clock.Advance(Minute);
        var finished = await client.GetJson(SavedJobs.TextAnalytics(SavedJobs.Partial));

        Assert.Empty(running["errors"]!.AsArray());
        Assert.Equal("partiallyCompleted", (string?)finished["status"]);
        Assert.Single(finished["errors"]!.AsArray());
        Assert.Null(finished["tasks"]!["customSingleClassificationTasks"]![0]!["results"]);
        Assert.Equal([1, 1, 0, 2], Counters(finished));
    }

    private static IEnumerable<int> Counters(JsonNode job) =>
        new[] { "completed", "failed", "inProgress", "total" }.Select(name => (int)job["tasks"]![name]!);

    private Task<EmulatorClient> Start() => EmulatorClient.Start(new EmulatorOptions
    {
        JobsFolder = Repository.PathOf("examples/jobs"),
        JobDuration = Minute,
        ReplaySavedJobs = true,
        TimeProvider = clock,
    });
}
