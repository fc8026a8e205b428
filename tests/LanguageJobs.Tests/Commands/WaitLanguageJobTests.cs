using System.Collections.Concurrent;
using System.Management.Automation;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

public class WaitLanguageJobTests
{
    private readonly ConcurrentDictionary<string, int> polls = new();

    /// <summary>A server whose job N is finished when it is asked for the Nth time.</summary>
    private Task<LoopbackServer> StartAsync(string end = "succeeded") => LoopbackServer.StartAsync(context =>
    {
        var id = context.Request.Path.Value!.Split('/')[^1];
        if (id == "gone")
        {
            context.Response.StatusCode = 404;
            return context.Response.WriteAsync(Bodies.Error("NotFound", "Gone."));
        }
        var asked = polls.AddOrUpdate(id, 1, (_, count) => count + 1);
        return context.Response.WriteAsync(Bodies.V3(id, status: asked >= int.Parse(id) ? end : "running", documentIds: ["1"]));
    });

    private static PowerShellSession Connect(LoopbackServer server, string options = "-MaximumRetryCount 1") =>
        PowerShellSession.ConnectedTo(server.Endpoint, options);

    [Fact]
    public async Task Wait_emits_each_job_the_moment_it_finishes()
    {
        // Each job but the first finishes once the one before it has come out of the command.
        var received = new ConcurrentQueue<string>();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            var id = context.Request.Path.Value!.Split('/')[^1];
            var isFinished = id == "1" || received.Contains($"{int.Parse(id) - 1}");
            return context.Response.WriteAsync(Bodies.V3(id, isFinished ? "succeeded" : "running"));
        });
        using var session = Connect(server).With("received", received);

        session.Run("3, 1, 2 | Wait-LanguageJob -PollInterval 0.05 -Timeout 60 | ForEach-Object { $received.Enqueue($_.JobId) }").ThrowIfFailed();

        Assert.Equal(["1", "2", "3"], received);
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("partiallyCompleted")]
    [InlineData("cancelled")]
    public async Task However_a_job_ends_it_is_emitted_as_it_is(string end)
    {
        await using var server = await StartAsync(end);
        using var session = Connect(server);

        Assert.Equal(end, session.Run("2 | Wait-LanguageJob -PollInterval 0.05").ThrowIfFailed().Of<LanguageJob>().Single().Status);
    }

    [Fact]
    public async Task Questions_ask_for_the_smallest_page_and_the_finished_job_is_whole()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            var one = context.Request.Query["$top"] == "1";
            var link = one ? $"http://{context.Request.Host}{context.Request.Path}?$skip=1&$top=19" : null;
            return context.Response.WriteAsync(Bodies.V3("j", nextLink: link, documentIds: one ? ["1"] : ["1", "2", "3"]));
        });
        using var session = Connect(server);

        var job = session.Run("'j' | Wait-LanguageJob").ThrowIfFailed().Of<LanguageJob>().Single();

        Assert.Equal(3, job.Tasks[0].Documents.Length);
        Assert.Equal(["?$top=1", "?$top=50"], server.Requests.Select(request => request.PathAndQuery[request.PathAndQuery.IndexOf('?')..]));
    }

    [Fact]
    public async Task A_job_that_disappears_is_an_error_and_the_others_go_on()
    {
        await using var server = await StartAsync();
        using var session = Connect(server);

        var result = session.Run("'gone', '2' | Wait-LanguageJob -PollInterval 0.05");

        Assert.Equal(("JobNotFound", "gone"), (result.SingleError().Id, result.SingleError().Record.TargetObject));
        Assert.Equal("2", result.Of<LanguageJob>().Single().JobId);
    }

    [Fact]
    public async Task Each_job_that_is_left_when_the_time_is_over_is_an_error()
    {
        await using var server = await StartAsync();
        using var session = Connect(server);

        var result = session.Run("1, 100000, 100001 | Wait-LanguageJob -PollInterval 0.1 -Timeout 1");

        Assert.Equal("1", result.Of<LanguageJob>().Single().JobId);
        Assert.Equal(["WaitTimeout", "WaitTimeout"], result.Errors.Select(RunResult.Id));
        Assert.Equal(["100000", "100001"], result.Errors.Select(record => Assert.IsType<LanguageJob>(record.TargetObject).JobId));
        Assert.All(result.Errors, record => Assert.Equal(ErrorCategory.OperationTimeout, record.CategoryInfo.Category));
    }

    [Fact]
    public async Task Any_ends_with_the_first_job()
    {
        await using var server = await StartAsync();
        using var session = Connect(server);

        var jobs = session.Run("100000, 3, 100001 | Wait-LanguageJob -PollInterval 0.05 -Timeout 60 -Any").ThrowIfFailed().Of<LanguageJob>();

        Assert.Equal("3", jobs.Single().JobId);
    }

    [Fact]
    public async Task A_finished_job_object_passes_through_without_a_request()
    {
        await using var server = await StartAsync();
        using var session = Connect(server);
        using var file = new TemporaryFile(Bodies.V3("7"));

        var jobs = session.Run($"Import-LanguageJob '{file.Path}' | Wait-LanguageJob").ThrowIfFailed().Of<LanguageJob>();

        Assert.Single(jobs);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Passing_troubles_cost_a_job_a_later_turn_and_nothing_else()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            var id = context.Request.Path.Value!.Split('/')[^1];
            var asked = polls.AddOrUpdate(id, 1, (_, count) => count + 1);
            context.Response.StatusCode = id == "troubled" ? asked switch { 1 => 500, 2 => 429, 3 => 504, _ => 200 } : 200;
            context.Response.Headers.RetryAfter = "0";
            return context.Response.WriteAsync(context.Response.StatusCode == 200 ? Bodies.V3(id) : "upstream request timeout");
        });
        using var session = Connect(server, "-MaximumRetryCount 2");

        var jobs = session.Run("'troubled', 'sound' | Wait-LanguageJob -ThrottleLimit 1 -Timeout 60").ThrowIfFailed().Of<LanguageJob>();

        Assert.Equal(["sound", "troubled"], jobs.Select(job => job.JobId));
        Assert.Equal((1, 4), (polls["sound"], polls["troubled"]));
    }

    [Fact]
    public async Task When_the_network_goes_away_each_job_is_an_error_and_nothing_hangs()
    {
        var server = await StartAsync();
        using var session = Connect(server, "-MaximumRetryCount 2");
        using var shell = session.Script("1..40 | ForEach-Object { 100000 + $_ } | Wait-LanguageJob -PollInterval 0.2");
        var running = shell.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => polls.Count == 40, TimeSpan.FromSeconds(60)));

        await server.DisposeAsync();
        await Task.Run(() => shell.EndInvoke(running)).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(40, shell.Streams.Error.Count);
        Assert.All(shell.Streams.Error, record => Assert.Equal("ConnectionFailed", RunResult.Id(record)));
    }

    [Fact]
    public async Task Stopping_the_pipeline_ends_the_wait()
    {
        await using var server = await StartAsync();
        using var session = Connect(server);
        using var shell = session.Script("100000 | Wait-LanguageJob -PollInterval 120 -Timeout 90");
        var running = shell.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => !polls.IsEmpty, TimeSpan.FromSeconds(60)));

        await shell.StopAsync(null, null).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.True(running.IsCompleted);
    }

    [Fact]
    public async Task Progress_tells_jobs_and_tasks_and_ends()
    {
        await using var server = await StartAsync();
        using var session = Connect(server);

        var progress = session.Run("1, 8 | Wait-LanguageJob -PollInterval 0.1").ThrowIfFailed().Progress;

        Assert.Contains(progress, record => record.StatusDescription.StartsWith("1 of 2 jobs finished; 1 of 1 tasks"));
        Assert.Equal(ProgressRecordType.Completed, progress[^1].RecordType);
    }

    [Fact]
    public async Task Counters_that_do_not_add_up_do_not_end_a_wait()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            var status = polls.AddOrUpdate("1", 1, (_, count) => count + 1) > 8 ? "succeeded" : "running";
            return context.Response.WriteAsync(Bodies.V3("1", status).Replace("\"completed\":1", "\"completed\":3"));
        });
        using var session = Connect(server);

        var result = session.Run("1 | Wait-LanguageJob -PollInterval 0.1").ThrowIfFailed();

        Assert.Single(result.Of<LanguageJob>());
        Assert.Contains(result.Progress, record => record.PercentComplete == 100);
    }

    [Fact]
    public async Task A_wait_in_the_background_is_a_powershell_job()
    {
        await using var server = await StartAsync();
        using var session = Connect(server);

        var result = session.Run("""
            $job = 'gone', '4', '2' | Wait-LanguageJob -PollInterval 0.1 -AsJob
            $job -is [System.Management.Automation.Job]
            $null = Wait-Job $job -Timeout 60
            $job.State
            Receive-Job $job
            """);

        Assert.Equal([true, "Completed", "2", "4"], result.Output.Select(item => item.BaseObject is LanguageJob job ? job.JobId : item.BaseObject));
        Assert.Equal("JobNotFound", result.SingleError().Id);
    }

    [Fact]
    public async Task A_wait_in_the_background_can_be_stopped()
    {
        await using var server = await StartAsync();
        using var session = Connect(server);

        var result = session.Run("$job = 100000 | Wait-LanguageJob -AsJob; Stop-Job $job; $job.State; Remove-Job $job").ThrowIfFailed();

        Assert.Equal(["Stopped"], result.Of<string>());
    }

    [Fact]
    public async Task A_key_that_is_refused_ends_the_wait()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 401;
            return context.Response.WriteAsync(Bodies.Error("401", "Access denied."));
        });
        using var session = Connect(server);

        Assert.Equal("Unauthorized", session.Run("1..20 | Wait-LanguageJob").SingleError().Id);
    }
}
