using System.Management.Automation;
using System.Management.Automation.Runspaces;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>Whole jobs give what they hold, parts stand for themselves, and rows name their job.</summary>
public class PartsAndRowsTests
{
    private static Task<LoopbackServer> StartAsync() => LoopbackServer.StartAsync(context =>
    {
        var id = context.Request.Path.Value!.Split('/')[^1];
        return context.Response.WriteAsync(Bodies.V3(id, documentIds: [$"{id}-1", $"{id}-2", $"{id}-3"]));
    });

    public static TheoryData<string> Forms => new() { "live", "deserialized", "property bags" };

    /// <summary>The same objects as they are, as the engine makes them when the module is loaded, and as it leaves them when it is not.</summary>
    private static object[] InForm(string form, RunResult result, PowerShellSession session)
    {
        if (form == "live")
            return [.. result.Output];
        Runspace.DefaultRunspace = form == "deserialized" ? session.Runspace : null;
        var copies = Array.ConvertAll(result.Output, item => PSSerializer.Deserialize(PSSerializer.Serialize(item)));
        var live = copies.All(copy => (copy as PSObject)?.BaseObject is not PSCustomObject);
        Assert.Equal(form == "deserialized", live);
        return copies;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_whole_job_gives_its_rows_without_a_request(string form)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        var jobs = InForm(form, session.Run("Get-LanguageJob a; 'b' | Wait-LanguageJob").ThrowIfFailed(), session);
        var requests = server.Requests.Length;

        var rows = session.Run("$input | Get-LanguageJobEntity", jobs).ThrowIfFailed().Of<LanguageEntity>();

        Assert.Equal(["a-1", "a-2", "a-3", "b-1", "b-2", "b-3"], rows.Select(row => row.DocumentId));
        Assert.Equal(requests, server.Requests.Length);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_task_gives_its_own_rows_once_without_a_request(string form)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        var tasks = InForm(form, session.Run("(Get-LanguageJob a).Tasks").ThrowIfFailed(), session);

        var entities = session.Run("$input | Get-LanguageJobEntity", tasks).ThrowIfFailed().Of<LanguageEntity>();
        var documents = session.Run("$input | Get-LanguageJobDocument -DocumentId a-2", tasks).ThrowIfFailed().Of<LanguageDocument>();

        Assert.Equal(["a-1", "a-2", "a-3"], entities.Select(row => row.DocumentId));
        Assert.Equal(["a-2"], documents.Select(document => document.DocumentId));
        Assert.Single(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_document_gives_its_own_rows_once_without_a_request(string form)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        var documents = InForm(form, session.Run("Get-LanguageJobDocument a -DocumentId a-2, a-3").ThrowIfFailed(), session);

        var entities = session.Run("$input | Get-LanguageJobEntity", documents).ThrowIfFailed().Of<LanguageEntity>();

        Assert.Equal([("a", "ner", "a-2"), ("a", "ner", "a-3")], entities.Select(row => (row.JobId, row.TaskName, row.DocumentId)));
        Assert.Empty(session.Run("$input | Get-LanguageJobError", documents).ThrowIfFailed().Output);
        Assert.Single(session.Run("$input | Get-LanguageJobDocument -DocumentId a-2", documents).ThrowIfFailed().Output);
        Assert.Empty(session.Run("$input | Get-LanguageJobEntity -TaskName other", documents).ThrowIfFailed().Output);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void The_errors_of_a_task_are_its_own_too()
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Bodies.V3("j", errors: $"[{Bodies.DocumentError("7")}]", documentIds: ["1"]));

        var result = session.Run($"(Import-LanguageJob '{file.Path}').Tasks | Get-LanguageJobEntity");
        var rows = session.Run($"(Import-LanguageJob '{file.Path}').Tasks | Get-LanguageJobError").ThrowIfFailed().Of<LanguageJobError>();

        Assert.Equal("1", Assert.Single(result.Of<LanguageEntity>()).DocumentId);
        Assert.Equal("InvalidDocument", result.SingleError().Id);
        Assert.Equal("7", Assert.Single(rows).DocumentId);
    }

    [Theory]
    [InlineData("Get-LanguageJobEntity a | Get-LanguageJob", "a")]
    [InlineData("(Get-LanguageJob a).Tasks, (Get-LanguageJobDocument a) | ForEach-Object { $_ } | Get-LanguageJob", "a")]
    [InlineData("Get-LanguageJobEntity a, b, a | Get-LanguageJob", "a,b,a")]
    [InlineData("Get-LanguageJobEntity a | Wait-LanguageJob", "a")]
    [InlineData("[pscustomobject]@{ JobId = 'a'; Line = 1 }, [pscustomobject]@{ JobId = 'a'; Line = 2 } | Get-LanguageJob", "a")]
    [InlineData("'a', 'a' | Get-LanguageJob", "a,a")]
    [InlineData("Get-LanguageJob a, a | Get-LanguageJob", "a,a")]
    public async Task A_job_named_by_consecutive_rows_is_taken_once(string script, string expected)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var jobs = session.Run(script).ThrowIfFailed().Of<LanguageJob>();

        Assert.Equal(expected, string.Join(",", jobs.Select(job => job.JobId)));
    }

    [Fact]
    public async Task Rows_give_the_rows_of_their_job_once()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var documents = session.Run("Get-LanguageJobEntity a | Get-LanguageJobDocument").ThrowIfFailed().Of<LanguageDocument>();

        Assert.Equal(["a-1", "a-2", "a-3"], documents.Select(document => document.DocumentId));
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task Only_a_job_whose_pages_were_all_read_is_whole()
    {
        await using var server = await LoopbackServer.StartAsync(GetLanguageJobTests.Pages("j"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        using var whole = new TemporaryFile(Bodies.V3("j", documentIds: ["1"]));
        using var page = new TemporaryFile(Bodies.V3("j", nextLink: "http://127.0.0.1/next", documentIds: ["1"]));

        Assert.True(Assert.Single(session.Run("Get-LanguageJob j").Of<LanguageJob>()).IsWhole);
        Assert.True(Assert.Single(session.Run("Wait-LanguageJob j").Of<LanguageJob>()).IsWhole);
        Assert.True(Assert.Single(session.Run($"Import-LanguageJob '{whole.Path}'").ThrowIfFailed().Of<LanguageJob>()).IsWhole);
        Assert.False(Assert.Single(session.Run($"Import-LanguageJob '{page.Path}'").ThrowIfFailed().Of<LanguageJob>()).IsWhole);
    }

    [Fact]
    public void An_error_of_the_whole_job_is_reported_whatever_task_is_wanted()
    {
        using var file = new TemporaryFile("""
            {"jobId":"j","status":"failed","errors":[{"code":"InternalServerError","message":"The job failed as a whole."}],
             "tasks":{"completed":0,"failed":1,"inProgress":0,"total":1,"customEntityRecognitionTasks":[]}}
            """);
        using var session = new PowerShellSession();

        foreach (var command in new[] { "Get-LanguageJobEntity", "Get-LanguageJobClass", "Get-LanguageJobDocument" })
            Assert.Equal("InternalServerError", session.Run($"Import-LanguageJob '{file.Path}' | {command} -TaskName other").SingleError().Id);
        Assert.Single(session.Run($"Import-LanguageJob '{file.Path}' | Get-LanguageJobError -TaskName other").ThrowIfFailed().Of<LanguageJobError>());
    }

    [Fact]
    public async Task The_pages_of_jobs_keep_to_the_throttle_limit()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await Task.Delay(10);
            await GetLanguageJobTests.Pages("j")(context);
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion v3.2-preview.2");

        var rows = session.Run("'a', 'b', 'c', 'd', 'e', 'f' | Get-LanguageJobEntity -ThrottleLimit 2 -ErrorAction Ignore").Of<LanguageEntity>();

        Assert.Equal(6 * 4, rows.Length);
        Assert.Equal(2, server.MostRunning);
    }

    [Fact]
    public async Task A_job_that_was_only_started_is_read_from_the_service()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (context.Request.Method == "POST")
            {
                context.Response.StatusCode = 202;
                context.Response.Headers["operation-location"] = $"http://{context.Request.Host}/text/analytics/v3.2-preview.2/analyze/jobs/started";
                return;
            }
            await context.Response.WriteAsync(Bodies.V3("started", documentIds: ["1"]));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        var started = session.Run("'text' | Start-LanguageJob -Kind CustomEntityRecognition -ProjectName P -DeploymentName D").ThrowIfFailed();

        var rows = session.Run("$input | Get-LanguageJobEntity", started.Output[0]).ThrowIfFailed().Output;
        var rowsOfCopy = session.Run("$input | Get-LanguageJobEntity", InForm("property bags", started, session)).ThrowIfFailed().Output;

        Assert.False(Assert.Single(started.Of<LanguageJob>()).IsWhole);
        Assert.Single(rows);
        Assert.Single(rowsOfCopy);
    }

    [Theory]
    [InlineData("Get-LanguageJobEntity")]
    [InlineData("Get-LanguageJobDocument")]
    [InlineData("Get-LanguageJobClass")]
    [InlineData("Get-LanguageJobError")]
    public async Task Rows_of_an_unfinished_job_come_with_a_warning(string command)
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3("j", status: "running", documentIds: ["1"])));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var asked = session.Run($"{command} j").ThrowIfFailed();
        var held = session.Run($"Get-LanguageJob j | {command}").ThrowIfFailed();

        Assert.Contains("Job j is not finished (running, 1 of 1 tasks)", Assert.Single(asked.Warnings));
        Assert.Contains("Wait-LanguageJob", Assert.Single(held.Warnings));
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public void A_file_that_holds_the_first_of_several_pages_gives_its_rows_and_a_warning()
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Bodies.V3("j", nextLink: "http://127.0.0.1/next", documentIds: ["1", "2"]));

        var result = session.Run($"Import-LanguageJob '{file.Path}' | Get-LanguageJobEntity").ThrowIfFailed();

        Assert.Equal(["1", "2"], result.Of<LanguageEntity>().Select(row => row.DocumentId));
        Assert.Contains("further page that is not in the file", Assert.Single(result.Warnings));
    }

    [Fact]
    public void An_imported_job_says_which_file_it_is_from()
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Bodies.V3("j"));

        Assert.Equal(file.Path, Assert.Single(session.Run($"Import-LanguageJob '{file.Path}'").ThrowIfFailed().Of<LanguageJob>()).Path);
    }

    [Theory]
    [InlineData("Get-LanguageJobEntity")]
    [InlineData("Get-LanguageJob")]
    public async Task With_a_throttle_limit_of_one_nothing_is_read_ahead(string command)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var pairs = session.Run($"'a', 'b', 'c' | ForEach-Object {{ $_ }} -PipelineVariable given | {command} -ThrottleLimit 1 | ForEach-Object {{ \"$given$($_.JobId)\" }}");

        Assert.All(pairs.ThrowIfFailed().Of<string>(), pair => Assert.Equal(pair[0], pair[1]));
        Assert.Equal(["aa", "bb", "cc"], pairs.Of<string>().Distinct());
    }
}
