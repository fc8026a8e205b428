using System.Management.Automation;
using LanguageJobs.Commands;
using LanguageJobs.Service;
using LanguageJobs.Storage;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>What is remembered of jobs from one session to the next.</summary>
[Collection("Environment")]
public sealed class HistoryTests : HistoryFixture
{
    private const string Start = "Start-LanguageJob -Kind CustomEntityRecognition -ProjectName Tickets -DeploymentName production";

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
        Assert.False(Directory.Exists(History.Folder));
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

        Assert.Contains("job-1", History.Text);
        Assert.Contains("Tickets", History.Text);
        Assert.All(
            ["marta", "jon", "EUR", "word of", "thing", "Document text is empty", LoopbackServer.Key],
            secret => Assert.DoesNotContain(secret, History.Text, StringComparison.OrdinalIgnoreCase));
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(History.Folder));
        foreach (var file in Directory.GetFiles(History.Folder))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    private static Task AcceptAsync(HttpContext context)
    {
        context.Response.StatusCode = 202;
        context.Response.Headers["operation-location"] = $"http://{context.Request.Host}{context.Request.Path}{(context.Request.Path.Value!.EndsWith("analyze") ? "/jobs" : "")}/job-1{context.Request.QueryString}";
        return Task.CompletedTask;
    }
}
