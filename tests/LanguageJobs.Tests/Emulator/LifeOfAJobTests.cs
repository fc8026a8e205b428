using System.Net;
using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Emulator;

public class LifeOfAJobTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public async Task A_submitted_job_runs_task_by_task()
    {
        await using var client = await Start();
        var location = await client.Submit(JobBody.Ga.Document("1", "tea").Single().Multi());

        var fresh = await client.GetJson(location);
        clock.Advance(TimeSpan.FromSeconds(6));
        var halfway = await client.GetJson(location);
        clock.Advance(TimeSpan.FromSeconds(4));
        var finished = await client.GetJson(location);

        Assert.Equal("notStarted", (string?)fresh["status"]);
        Assert.Equal("""{"completed":0,"failed":0,"inProgress":2,"total":2,"items":[]}""", fresh["tasks"]!.ToJsonString());
        Assert.Equal("running", (string?)halfway["status"]);
        Assert.Single(halfway["tasks"]!["items"]!.AsArray());
        Assert.Equal("succeeded", (string?)finished["status"]);
        Assert.Equal("2025-06-01T12:00:00Z", (string?)finished["createdDateTime"]);
        Assert.Equal("2025-06-01T12:00:10Z", (string?)finished["lastUpdatedDateTime"]);
        Assert.Equal("2025-06-02T12:00:00Z", (string?)finished["expirationDateTime"]);
    }

    [Fact]
    public async Task A_job_is_gone_after_24_hours()
    {
        await using var client = await Start();
        var location = await client.Submit(JobBody.Ga.Document("1", "tea").Single());

        clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        using var before = await client.Get(location);
        clock.Advance(TimeSpan.FromSeconds(1));
        using var after = await client.Get(location);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
    }

    [Fact]
    public async Task A_cancelled_job_keeps_what_was_finished()
    {
        await using var client = await Start();
        var location = await client.Submit(JobBody.Ga.Document("1", "tea").Single(name: "first").Multi(name: "second"));
        clock.Advance(TimeSpan.FromSeconds(6));

        using var accepted = await client.Post(Cancel(location), "");
        var cancelling = await client.GetJson(location);
        clock.Advance(TimeSpan.FromSeconds(1));
        var cancelled = await client.GetJson(location);

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal(location, accepted.Headers.GetValues("operation-location").Single());
        Assert.Equal("cancelling", (string?)cancelling["status"]);
        Assert.Equal("cancelled", (string?)cancelled["status"]);
        Assert.Equal([1, 0, 0, 2], new[] { "completed", "failed", "inProgress", "total" }.Select(name => (int)cancelled["tasks"]![name]!));
        var items = cancelled["tasks"]!["items"]!.AsArray();
        Assert.Single(items[0]!["results"]!["documents"]!.AsArray());
        Assert.Equal("cancelled", (string?)items[1]!["status"]);
        Assert.Empty(items[1]!["results"]!["documents"]!.AsArray());
        Assert.Equal(1, client.Emulator.Counters.Cancels);
    }

    [Fact]
    public async Task A_finished_job_cannot_be_cancelled()
    {
        await using var client = await Start();
        var location = await client.Submit(JobBody.Ga.Document("1", "tea").Single());
        clock.Advance(TimeSpan.FromSeconds(10));

        var error = await client.PostForError(Cancel(location), "", HttpStatusCode.BadRequest);

        var id = new Uri(location).Segments[^1];
        Assert.Equal($$"""{"code":"InvalidRequest","message":"Failed to cancel job with job id {{id}} as its already completed."}""", error.ToJsonString());
    }

    [Theory]
    [InlineData("language/analyze-text/jobs/nobody:cancel?api-version=2023-04-01", "NotFound")]
    [InlineData("language/analyze-text/jobs/nobody:cancel", "404")]
    [InlineData("text/analytics/v3.2-preview.2/analyze/jobs/nobody:cancel", "404")]
    public async Task There_is_no_cancel_for_unknown_jobs_nor_for_v3(string address, string code)
    {
        await using var client = await Start();

        var error = await client.PostForError(address, "", HttpStatusCode.NotFound);

        Assert.Equal(code, (string?)error["code"]);
    }

    [Fact]
    public async Task Durations_are_drawn_from_the_range_and_told_to_tests()
    {
        var options = new EmulatorOptions { Projects = Projects.All, TimeProvider = clock, JobDuration = TimeRange.Parse("2s..20s") };
        await using var client = await EmulatorClient.Start(options);

        for (var number = 0; number < 50; number++)
            await client.Submit(JobBody.Ga.Document("1", "tea").Single());

        var durations = client.Emulator.Counters.Jobs.Values.Select(job => (job.Finished - job.Started).TotalSeconds).ToList();
        Assert.All(durations, seconds => Assert.InRange(seconds, 2, 20));
        Assert.True(durations.Max() - durations.Min() > 9);
    }

    [Theory]
    [InlineData("Utf16CodeUnit", 19, 5)]
    [InlineData("UnicodeCodePoint", 14, 5)]
    [InlineData("TextElement_v8", 7, 5)]
    [InlineData(null, 7, 5)]
    public async Task Offsets_count_what_the_task_asked_for(string? unit, int offset, int length)
    {
        await using var client = await Start();
        // After "Hi ": a family of three joined people (8 code units, 5 code points, 1 element), an e with a combining
        // accent (2, 2, 1), a flag (4, 2, 1) and a line end (2, 2, 1).
        var text = "Hi 👩‍👩‍👧e\u0301🇸🇪\r\nBo Ek";

        var location = await client.Submit(JobBody.V3.Document("1", text).Entities(unit: unit));
        clock.Advance(TimeSpan.FromSeconds(10));
        var entity = (await client.GetJson(location))["tasks"]!["customEntityRecognitionTasks"]![0]!["results"]!["documents"]![0]!["entities"]![0]!;

        Assert.Equal("Bo Ek", (string?)entity["text"]);
        Assert.Equal(offset, (int)entity["offset"]!);
        Assert.Equal(length, (int)entity["length"]!);
        if (unit == "Utf16CodeUnit")
            Assert.Equal("Bo Ek", text.Substring(offset, length));
    }

    private static string Cancel(string location) => location.Replace("?", ":cancel?");

    private Task<EmulatorClient> Start() => EmulatorClient.Start(new EmulatorOptions
    {
        Projects = Projects.All,
        TimeProvider = clock,
        JobDuration = TimeSpan.FromSeconds(10),
    });
}
