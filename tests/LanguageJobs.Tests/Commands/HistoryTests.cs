using System.Management.Automation;
using LanguageJobs.Commands;
using LanguageJobs.Service;
using LanguageJobs.Storage;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>What is remembered of jobs from one session to the next, and how it is listed.</summary>
[Collection("Environment")]
public sealed class HistoryTests : IDisposable
{
    private const string Start = "Start-LanguageJob -Kind CustomEntityRecognition -ProjectName Tickets -DeploymentName production";

    private readonly TemporaryHistory history = new();

    public void Dispose() => history.Dispose();

    [Fact]
    public async Task A_started_job_is_listed_by_a_later_session_without_a_request()
    {
        await using var server = await LoopbackServer.StartAsync(AcceptAsync);
        using (var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion 2025-11-01"))
            session.Run($"$null = 'some text', 'more text' | {Start} -DisplayName nightly").ThrowIfFailed();
        var sent = server.Requests.Length;

        using var later = new PowerShellSession();
        var job = Assert.Single(later.Run("Get-LanguageJob").ThrowIfFailed().Of<LanguageJob>());

        Assert.Equal(("job-1", "nightly", 2, "2025-11-01"), (job.JobId, job.DisplayName, job.DocumentCount, job.ApiVersion));
        Assert.Equal(["CustomEntityRecognition"], job.Kinds);
        Assert.Equal(["Tickets"], job.Projects);
        Assert.Null(job.Status);
        Assert.True(DateTimeOffset.UtcNow - job.CreatedDateTime < TimeSpan.FromMinutes(5));
        Assert.Equal(server.Endpoint.ToString().TrimEnd('/'), job.Endpoint);
        Assert.Equal(sent, server.Requests.Length);
    }

    [Fact]
    public async Task A_submission_whose_command_was_stopped_is_remembered_once_it_is_answered()
    {
        var arrived = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            arrived.SetResult();
            await answer.Task;
            await AcceptAsync(context);
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion 2025-11-01");
        using var shell = session.Script($"$jobs = 'text' | {Start}");
        shell.BeginInvoke();
        await arrived.Task;

        var stop = Task.Run(shell.Stop);
        answer.SetResult();
        await stop;

        using var later = new PowerShellSession();
        Assert.Equal(["job-1"], List(later, ""));
    }

    [Fact]
    public void What_this_process_learned_of_the_services_time_counts_more_than_what_the_history_remembers()
    {
        var job = PSObject.AsPSObject(new LanguageJob(new JobIdentity()) { ExpirationDateTime = DateTimeOffset.UtcNow.AddHours(10), Skew = TimeSpan.FromHours(5) });

        foreach (var ahead in new[] { 2, 0 })
        {
            using var answer = new HttpResponseMessage();
            answer.Headers.Date = DateTimeOffset.UtcNow.AddHours(ahead);
            new ServiceTime(Clock.System).Learn(answer);

            Assert.InRange(JobDisplay.ExpiresIn(job)!.Value.TotalHours, 9.9 - ahead, 10 - ahead);
        }
    }

    [Fact]
    public async Task The_services_time_counts_not_this_machines()
    {
        // The service is five hours ahead.
        var created = DateTimeOffset.UtcNow.AddHours(5).AddMinutes(-10);
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.Date = DateTimeOffset.UtcNow.AddHours(5).ToString("r");
            return AcceptAsync(context);
        });
        using (var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion 2025-11-01"))
            session.Run($"'text' | {Start}").ThrowIfFailed();

        var job = Assert.Single(JobHistory.Current!.NewestFirst());

        Assert.InRange(job.Skew!.Value.TotalHours, 4.9, 5.1);
        Assert.InRange((job.Created!.Value - created).TotalMinutes, 5, 15);
        // The process believes the last answer: other tests need a right one.
        await using var right = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        using var last = PowerShellSession.ConnectedTo(right.Endpoint);
        last.Run("Get-LanguageJob j").ThrowIfFailed();
        Assert.Equal(job.Skew, Assert.Single(last.Run("Get-LanguageJob -Newest 1").Of<LanguageJob>()).Skew);
    }

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
    public async Task Jobs_that_are_read_waited_for_and_read_by_rows_are_remembered()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3(IdIn(context), documentIds: ["1"])));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.Run("$null = Get-LanguageJob read; $null = Wait-LanguageJob waited; $null = Get-LanguageJobEntity rows; Get-LanguageJobError errors").ThrowIfFailed();

        var jobs = session.Run("Get-LanguageJob").ThrowIfFailed().Of<LanguageJob>();
        Assert.Equal(["errors", "read", "rows", "waited"], jobs.Select(job => job.JobId).Order());
        Assert.All(jobs, job => Assert.Equal(("succeeded", 1, "P"), (job.Status, job.Total, job.Projects.Single())));
    }

    [Fact]
    public async Task A_job_whose_wait_was_broken_off_is_remembered()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3(IdIn(context), "running")));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.Run("Wait-LanguageJob j -Timeout 1 -ErrorAction Ignore").ThrowIfFailed();

        Assert.Equal("running", Assert.Single(session.Run("Get-LanguageJob").Of<LanguageJob>()).Status);
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
        Assert.Contains("\"purged\":true", history.Text);
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
    public async Task A_history_that_is_turned_off_says_so_and_writes_nothing()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        Environment.SetEnvironmentVariable(HistoryFolder.Variable, "off");

        session.Run("$null = Get-LanguageJob j").ThrowIfFailed();
        var result = session.Run("Get-LanguageJob");
        session.Run("Clear-LanguageJobHistory").ThrowIfFailed();

        Assert.Empty(result.Output);
        Assert.Contains("LANGUAGEJOBS_HISTORY", Assert.Single(result.Warnings));
        Assert.False(Directory.Exists(history.Folder));
    }

    [Fact]
    public async Task A_history_that_cannot_be_written_to_is_one_warning_and_no_failed_job()
    {
        await using var server = await LoopbackServer.StartAsync(AcceptAsync);
        using var file = new TemporaryFile("a file where a folder belongs");
        Environment.SetEnvironmentVariable(HistoryFolder.Variable, Path.Combine(file.Path, "history"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var result = session.Run($"1..60 | ForEach-Object {{ \"text $_\" }} | {Start}").ThrowIfFailed();
        var again = session.Run($"'text' | {Start}").ThrowIfFailed();

        Assert.Equal(3, result.Of<LanguageJob>().Length);
        var warning = Assert.Single(result.Warnings);
        Assert.Contains("cannot be written to", warning);
        Assert.Contains(file.Path, warning);
        Assert.Empty(again.Warnings);
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

    [Fact]
    public async Task Clearing_removes_what_it_is_asked_to_from_the_files()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(
            Bodies.V3(IdIn(context), IdIn(context).StartsWith("failed", StringComparison.Ordinal) ? "failed" : "succeeded")));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        session.Run("$null = 'failed-1', 'failed-2', 'good-1' | Get-LanguageJob").ThrowIfFailed();

        session.Run("Clear-LanguageJobHistory -WhatIf; Clear-LanguageJobHistory -Status running; Clear-LanguageJobHistory -OlderThan 36500.00:00:00").ThrowIfFailed();
        Assert.Equal(3, List(session, "").Length);

        session.Run("Clear-LanguageJobHistory -Status fail*").ThrowIfFailed();
        Assert.Equal(["good-1"], List(session, ""));
        Assert.DoesNotContain("failed-1", history.Text);

        session.Run("$null = Get-LanguageJob failed-1").ThrowIfFailed();
        Assert.Equal(["failed-1", "good-1"], List(session, "").Order());

        session.Run("Clear-LanguageJobHistory -OlderThan 1.00:00:00").ThrowIfFailed();
        Assert.Empty(List(session, ""));
        Assert.Equal("", history.Text);
    }

    [Fact]
    public async Task A_bare_number_is_no_age()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        session.Run("$null = Get-LanguageJob j").ThrowIfFailed();

        var (record, id) = session.Run("Clear-LanguageJobHistory -OlderThan 30").SingleError();

        Assert.Equal("InvalidAge", id);
        Assert.Contains("30.00:00:00", record.ErrorDetails.RecommendedAction);
        Assert.Equal(["j"], List(session, ""));
    }

    [Fact]
    public async Task Ids_are_completed_in_a_later_session()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("job-of-yesterday"));
        using (var session = PowerShellSession.ConnectedTo(server.Endpoint))
            session.Run("$null = Get-LanguageJob job-of-yesterday").ThrowIfFailed();
        using var later = new PowerShellSession();
        later.Run("Get-Command -Module LanguageJobs").ThrowIfFailed();

        using var shell = PowerShell.Create();
        shell.Runspace = later.Runspace;
        var match = Assert.Single(CommandCompletion.CompleteInput("Get-LanguageJobEntity job-of", 28, null, shell).CompletionMatches);

        Assert.Equal("job-of-yesterday", match.CompletionText);
        Assert.StartsWith("succeeded, ", match.ToolTip);
        Assert.EndsWith(", P", match.ToolTip);
    }

    [Fact]
    public async Task Neither_texts_nor_document_ids_nor_keys_are_written_down()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Request.Method == "POST"
            ? AcceptAsync(context)
            : context.Response.WriteAsync(Bodies.V3(IdIn(context), documentIds: ["document-of-marta"], errors: $"[{Bodies.DocumentError("document-of-jon")}]")));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.Run($"""
            $null = [pscustomobject]@{'{'} Id = 'document-of-marta'; Text = 'Marta lends Jon EUR 400.' {'}'} | {Start} | Wait-LanguageJob
            $null = Get-LanguageJob job-1
            $null = Get-LanguageJobDocument job-1 -ErrorAction Ignore
            """).ThrowIfFailed();

        Assert.Contains("job-1", history.Text);
        Assert.Contains("Tickets", history.Text);
        Assert.All(
            ["marta", "jon", "EUR", "word of", "thing", "Document text is empty", LoopbackServer.Key],
            secret => Assert.DoesNotContain(secret, history.Text, StringComparison.OrdinalIgnoreCase));
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(history.Folder));
        foreach (var file in Directory.GetFiles(history.Folder))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
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

    private static string[] List(PowerShellSession session, string parameters) =>
        [.. session.Run($"Get-LanguageJob {parameters}").ThrowIfFailed().Of<LanguageJob>().Select(job => job.JobId!)];

    private static Task AcceptAsync(HttpContext context)
    {
        context.Response.StatusCode = 202;
        context.Response.Headers["operation-location"] = $"http://{context.Request.Host}{context.Request.Path}{(context.Request.Path.Value!.EndsWith("analyze") ? "/jobs" : "")}/job-1{context.Request.QueryString}";
        return Task.CompletedTask;
    }

    private static string IdIn(HttpContext context) => context.Request.Path.Value!.Split('/')[^1];

    private void RememberUnread(string id, TimeSpan left, string? exportedTo = null)
    {
        var now = DateTimeOffset.UtcNow;
        Remember(new RememberedJob(id, now) { Created = now + left - TimeSpan.FromHours(24), Expires = now + left, Status = "succeeded", ExportedTo = exportedTo });
    }

    private void Remember(RememberedJob job)
    {
        using var segment = new HistoryFiles(history.Folder).NewSegment();
        using var line = new MemoryStream();
        HistoryLine.Write(line, job);
        segment.Append(line.GetBuffer(), (int)line.Length);
    }
}
