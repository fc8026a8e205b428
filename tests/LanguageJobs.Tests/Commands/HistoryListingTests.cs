using LanguageJobs.Storage;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>How the remembered jobs are listed.</summary>
[Collection("Environment")]
public sealed class HistoryListingTests : HistoryFixture
{
    [Fact]
    public async Task A_listed_job_is_a_handle()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3("j", documentIds: ["1", "2"])));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        session.Run("$null = Get-LanguageJob j").ThrowIfFailed();

        var rows = session.Run("Get-LanguageJob | Get-LanguageJobEntity").ThrowIfFailed().Of<LanguageEntity>();

        Assert.Equal(["1", "2"], rows.Select(row => row.DocumentId));
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task The_newest_come_first_and_filters_choose()
    {
        var created = new Dictionary<string, string> { ["a"] = "2026-01-01", ["b"] = "2026-01-03", ["c"] = "2026-01-02" };
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies
            .V3(IdIn(context), IdIn(context) == "c" ? "failed" : "succeeded")
            .Replace("\"createdDateTime\":\"2021-12-14", $"\"displayName\":\"run {IdIn(context)}\",\"createdDateTime\":\"{created[IdIn(context)]}")));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        session.Run("$null = 'a', 'b', 'c' | Get-LanguageJob").ThrowIfFailed();

        Assert.Equal(["b", "c", "a"], List(session, ""));
        Assert.Equal(["b", "c"], List(session, "-Newest 2"));
        Assert.Equal(["b", "a"], List(session, "-Status SUCC*"));
        Assert.Equal(["a"], List(session, "-Status succeeded -Before 2026-01-02"));
        Assert.Equal(["b", "c"], List(session, "-After 2026-01-02"));
        Assert.Equal(["c"], List(session, "-DisplayName *c, nothing"));
        Assert.Equal(["a"], List(session, "-DisplayName 'run a', 'run b' -Before 2026-01-02"));
    }

    [Theory]
    [InlineData("@() | Get-LanguageJob")]
    [InlineData("@() | Get-LanguageJob -Newest 5")]
    public async Task An_empty_pipeline_lists_nothing(string script)
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        session.Run("$null = Get-LanguageJob j").ThrowIfFailed();

        Assert.Empty(session.Run(script).ThrowIfFailed().Output);
    }

    [Theory]
    [InlineData("$null | Get-LanguageJob")]
    [InlineData("Get-LanguageJob $null")]
    [InlineData("Get-LanguageJob -Job $missing")]
    public void Null_is_an_error_and_no_listing(string script)
    {
        using var session = new PowerShellSession();

        var result = session.Run(script);

        result.SingleError();
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Refresh_asks_for_unfinished_jobs_alone_and_marks_those_that_are_purged()
    {
        var isLater = false;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (isLater && IdIn(context) == "gone")
            {
                context.Response.StatusCode = 404;
                return context.Response.WriteAsync(Bodies.Error("NotFound", "Job not found."));
            }
            return context.Response.WriteAsync(Bodies.V3(IdIn(context), IdIn(context) == "done" || isLater ? "succeeded" : "running"));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion v3.2-preview.2");
        session.Run("$null = 'done', 'gone', 'running' | Get-LanguageJob").ThrowIfFailed();
        isLater = true;
        var sent = server.Requests.Length;

        var jobs = session.Run("Get-LanguageJob -Refresh").ThrowIfFailed().Of<LanguageJob>().ToDictionary(job => job.JobId!);

        Assert.Equal(["gone", "running"], server.Requests[sent..].Select(request => request.JobId).Distinct().Order());
        Assert.Equal("succeeded", jobs["running"].Status);
        Assert.Equal("running", jobs["gone"].Status);
        session.Run("Get-LanguageJob -Refresh").ThrowIfFailed();
        Assert.DoesNotContain(server.Requests[(sent + 2)..], request => request.JobId == "running");
        Assert.Contains("\"purged\":true", History.Text);
    }

    [Fact]
    public async Task A_job_that_cannot_be_asked_for_costs_one_error_and_is_listed_as_it_was()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("here", "running"));
        await using var other = await LoopbackServer.WithJsonAsync(Bodies.V3("there", "running"));
        using var session = PowerShellSession.ConnectedTo(other.Endpoint);
        session.Run("$null = Get-LanguageJob there").ThrowIfFailed();
        session.Run($"Connect-LanguageService {server.Endpoint} {LoopbackServer.Key}; $null = Get-LanguageJob here").ThrowIfFailed();

        var result = session.Run("Get-LanguageJob -Refresh");

        Assert.Equal(["here", "there"], result.Of<LanguageJob>().Select(job => job.JobId).Order());
        Assert.Equal(("there", "AddressRefused"), (result.SingleError().Record.TargetObject, result.SingleError().Id));
    }

    [Fact]
    public async Task A_listing_warns_once_a_session_of_results_that_nobody_has_read_and_that_are_about_to_go()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("read"));
        using (var session = PowerShellSession.ConnectedTo(server.Endpoint))
            session.Run("$null = Get-LanguageJob read").ThrowIfFailed();
        RememberUnread("soon-1", TimeSpan.FromMinutes(50));
        RememberUnread("soon-2", TimeSpan.FromMinutes(119));
        RememberUnread("later", TimeSpan.FromMinutes(121));
        RememberUnread("exported", TimeSpan.FromMinutes(60), "/archive");

        using var next = new PowerShellSession();
        var warning = Assert.Single(next.Run("Get-LanguageJob").Warnings);

        Assert.Contains("soon-1", warning);
        Assert.Contains("soon-2", warning);
        Assert.DoesNotContain("later", warning);
        Assert.DoesNotContain("exported", warning);
        Assert.Empty(next.Run("Get-LanguageJob").Warnings);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void A_listing_shows_age_time_left_state_project_and_whether_a_job_was_exported(int width)
    {
        var now = DateTimeOffset.UtcNow;
        Remember(new RememberedJob("2f9a6f0e-7c41-4d0b-9a55-1d3c8e6b4a10", now)
        {
            Created = now.AddHours(-3).AddMinutes(-1),
            Expires = now.AddHours(21).AddSeconds(30),
            Status = "succeeded",
            Kinds = ["CustomEntityRecognition"],
            Projects = ["Agreements"],
            ExportedTo = "/archive/2f9a6f0e.json",
        });
        Remember(new RememberedJob("8b7d1c52-03ee-4f7a-b6a9-5e2f4c9d7711", now)
        {
            Created = now.AddMinutes(-5).AddSeconds(-30),
            IsAccepted = true,
            Kinds = ["CustomMultiLabelClassification"],
            Projects = ["Topics"],
        });
        Remember(new RememberedJob("e96b2d04-1f7a-4c58-b3d1-60c84a2f5e97", now) { Created = now.AddDays(-12).AddMinutes(-5), Status = "running", IsPurged = true });
        Remember(new RememberedJob("d1a5f7b8-94c3-4e2d-a07b-3f68c05e9b42", now) { Created = now.AddDays(-13).AddMinutes(-5), Status = "succeeded" });
        var host = new ScreenHost(width);
        using var session = new PowerShellSession(host);

        session.Run("Get-LanguageJob | Out-Default").ThrowIfFailed();

        Assert.Equal(
            [
                "JobId                                Age Left Status     Kind   File Project",
                "-----                                --- ---- ------     ----   ---- -------",
                "8b7d1c52-03ee-4f7a-b6a9-5e2f4c9d7711  5m  23h            multi       Topics",
                "2f9a6f0e-7c41-4d0b-9a55-1d3c8e6b4a10  3h  21h succeeded  NER    yes  Agreements",
                "e96b2d04-1f7a-4c58-b3d1-60c84a2f5e97 12d gone running",
                "d1a5f7b8-94c3-4e2d-a07b-3f68c05e9b42 13d none succeeded",
            ],
            host.Lines.Select(line => line.TrimEnd()));
        Assert.All(host.Lines, line => Assert.True(line.Length <= width, line));
    }

    private void RememberUnread(string id, TimeSpan left, string? exportedTo = null)
    {
        var now = DateTimeOffset.UtcNow;
        Remember(new RememberedJob(id, now) { Created = now + left - TimeSpan.FromHours(24), Expires = now + left, Status = "succeeded", ExportedTo = exportedTo });
    }

    private void Remember(RememberedJob job)
    {
        using var segment = new HistoryFiles(History.Folder).NewSegment();
        using var line = new MemoryStream();
        HistoryLine.Write(line, job);
        segment.Append(line.GetBuffer(), (int)line.Length);
    }
}
