using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

public class GetLanguageJobTests
{
    private const string Id = "3fa85f64-5717-4562-b3fc-2c963f66afa6";

    [Fact]
    public async Task The_documented_request_gives_the_documented_entity()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.DocumentedEntities);
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var entity = Assert.Single(session
            .Run($"Get-LanguageJob {Id} | Get-LanguageJobEntity | Where-Object ConfidenceScore -gt 0.5").ThrowIfFailed().Of<LanguageEntity>());

        Assert.Equal(("David Schmidt", "artist", 0, 13, 0.8022353), (entity.Text, entity.Category, entity.Offset, entity.Length, entity.ConfidenceScore));
        var request = Assert.Single(server.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Equal($"/text/analytics/v3.2-preview.2/analyze/jobs/{Id}", request.PathAndQuery.Split('?')[0]);
        Assert.Equal(LoopbackServer.Key, request.Headers["Ocp-Apim-Subscription-Key"]);
    }

    [Fact]
    public async Task The_documented_answer_without_its_last_brace_is_one_error_that_says_where()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.DocumentedEntitiesWithoutBrace);
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, id) = session.Run($"Get-LanguageJob {Id}").SingleError();

        Assert.Equal("InvalidResponse", id);
        Assert.Contains($"{server.Endpoint}text/analytics/v3.2-preview.2/analyze/jobs/{Id}", record.Exception.Message);
        Assert.Contains($"ends early: one object or array is still open (line {Bodies.DocumentedEntitiesWithoutBrace.Split('\n').Length}, byte", record.Exception.Message);
    }

    [Fact]
    public async Task An_unknown_job_costs_one_error_and_no_other_job()
    {
        await using var server = await LoopbackServer.StartAsync(AnswerAllBut("b"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var result = session.Run("'a','b','c' | Get-LanguageJob");

        Assert.Equal(["a", "c"], result.Of<LanguageJob>().Select(job => job.JobId));
        var (record, id) = result.SingleError();
        Assert.Null(result.Terminating);
        Assert.Equal("JobNotFound", id);
        Assert.Equal("b", record.TargetObject);
        Assert.Contains("24 hours", record.Exception.Message);
    }

    [Fact]
    public async Task All_pages_are_read_and_merged()
    {
        await using var server = await LoopbackServer.StartAsync(Pages("j"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var job = Assert.Single(session.Run("Get-LanguageJob j").ThrowIfFailed().Of<LanguageJob>());

        var task = Assert.Single(job.Tasks);
        Assert.Equal(["1", "2", "3", "4"], task.Documents.Select(document => document.DocumentId));
        Assert.Equal("9", Assert.Single(task.Errors).DocumentId);
        Assert.Equal(3, server.Requests.Length);
    }

    [Fact]
    public async Task A_whole_job_is_never_asked_for_again()
    {
        await using var server = await LoopbackServer.StartAsync(Pages("j"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        session.Run("$job = Get-LanguageJob j").ThrowIfFailed();
        var before = server.Requests.Length;

        var rows = session.Run("$job | Get-LanguageJobEntity -ErrorAction SilentlyContinue").Of<LanguageEntity>();

        Assert.Equal(4, rows.Length);
        Assert.Equal(before, server.Requests.Length);
    }

    [Fact]
    public async Task Jobs_come_out_in_the_order_in_which_they_went_in()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            var id = context.Request.Path.Value!.Split('/')[^1];
            await Task.Delay(int.Parse(id) % 3 == 0 ? 60 : 1);
            await context.Response.WriteAsync(Bodies.V3(id));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var jobs = session.Run("1..30 | Get-LanguageJob").ThrowIfFailed().Of<LanguageJob>();

        Assert.Equal(Enumerable.Range(1, 30).Select(i => $"{i}"), jobs.Select(job => job.JobId));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task ThrottleLimit_bounds_the_requests_in_flight_and_uses_them(int limit)
    {
        // Nobody is answered before as many requests as allowed have come.
        var arrived = 0;
        var all = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref arrived) == limit)
                all.SetResult();
            await all.Task.WaitAsync(TimeSpan.FromSeconds(60));
            await Task.Delay(20);
            await context.Response.WriteAsync(Bodies.V3("x"));
        });
        // With a version nothing is probed first.
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion v3.2-preview.2");

        session.Run($"1..40 | Get-LanguageJob -ThrottleLimit {limit}").ThrowIfFailed();

        Assert.Equal(limit, server.MostRunning);
    }

    [Fact]
    public async Task A_consumer_that_breaks_off_ends_the_requests()
    {
        // The first job is answered, all others never.
        var unanswered = 0;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (context.Request.Path.Value!.EndsWith("/1", StringComparison.Ordinal))
            {
                await context.Response.WriteAsync(Bodies.V3("1"));
                return;
            }
            Interlocked.Increment(ref unanswered);
            try
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
            finally
            {
                Interlocked.Decrement(ref unanswered);
            }
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.Run("foreach ($once in 1) { 1..1000 | Get-LanguageJob | ForEach-Object { $_; break } }").ThrowIfFailed();

        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref unanswered) == 0, TimeSpan.FromSeconds(30)), "requests are still open");
        Assert.InRange(server.Requests.Length, 1, 40);
    }

    [Fact]
    public async Task Stopping_the_pipeline_ends_a_request_that_hangs()
    {
        using var arrived = new SemaphoreSlim(0);
        using var abandoned = new SemaphoreSlim(0);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            arrived.Release();
            try
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
            finally
            {
                abandoned.Release();
            }
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        using var shell = session.Script("Get-LanguageJob x");
        var running = shell.BeginInvoke();
        Assert.True(await arrived.WaitAsync(TimeSpan.FromSeconds(30)));

        await shell.StopAsync(null, null).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.True(running.IsCompleted);
        Assert.True(await abandoned.WaitAsync(TimeSpan.FromSeconds(30)), "the socket is still open");
    }

    [Theory]
    [InlineData("v3.1", "/text/analytics/v3.1/analyze/jobs/j", "$top=50")]
    [InlineData("v3.2-preview.2", "/text/analytics/v3.2-preview.2/analyze/jobs/j", "$top=50")]
    [InlineData("2022-05-01", "/language/analyze-text/jobs/j", "api-version=2022-05-01&top=50")]
    [InlineData("2025-11-01", "/language/analyze-text/jobs/j", "api-version=2025-11-01&top=50")]
    [InlineData("2031-02-03-preview", "/language/analyze-text/jobs/j", "api-version=2031-02-03-preview&top=50")]
    public async Task Each_api_version_has_its_address(string version, string path, string query)
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.Ga("j", 2, "1"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, $"-ApiVersion {version}");

        var rows = session.Run("Get-LanguageJobClass j").ThrowIfFailed().Of<LanguageClass>();

        Assert.Equal(["c0", "c1"], rows.Select(row => row.Category));
        Assert.Equal($"{path}?{query}", Assert.Single(server.Requests).PathAndQuery);
    }

    [Fact]
    public async Task Statistics_are_asked_for_and_added_up_over_the_pages()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            var second = context.Request.QueryString.Value!.Contains("skip");
            var link = second ? "" : $",\"nextLink\":\"http://{context.Request.Host}{context.Request.Path}?skip=20\"";
            var count = second ? 5 : 20;
            return context.Response.WriteAsync($$$"""
                {"jobId":"j","status":"succeeded","tasks":{"items":[{"kind":"CustomEntityRecognitionLROResults","status":"succeeded",
                 "results":{"statistics":{"documentsCount":{{{count}}},"validDocumentsCount":{{{count}}},"erroneousDocumentsCount":0,"transactionsCount":{{{count}}}},"documents":[]}}]}{{{link}}}}
                """);
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion 2024-11-01");

        var job = Assert.Single(session.Run("Get-LanguageJob j -IncludeStatistics").ThrowIfFailed().Of<LanguageJob>());

        Assert.Equal((25, 25L), (job.Tasks[0].Statistics!.DocumentsCount, job.Tasks[0].Statistics!.TransactionsCount));
        Assert.Contains("showStats=true", server.Requests[0].PathAndQuery);
    }

    /// <summary>A job with three pages; the failed document stands on each of them.</summary>
    internal static RequestDelegate Pages(string id) => context =>
    {
        var here = $"http://{context.Request.Host}{context.Request.Path}";
        var errors = $"[{Bodies.DocumentError("9")}]";
        return context.Response.WriteAsync(context.Request.Query["$skip"].ToString() switch
        {
            "" => Bodies.V3(id, nextLink: $"{here}?$skip=2&$top=2", errors: errors, documentIds: ["1", "2"]),
            "2" => Bodies.V3(id, nextLink: $"{here}?$skip=3&$top=2", errors: errors, documentIds: ["3"]),
            _ => Bodies.V3(id, errors: errors, documentIds: ["4"]),
        });
    };

    /// <summary>Every job is there but one.</summary>
    internal static RequestDelegate AnswerAllBut(string unknown) => context =>
    {
        var id = context.Request.Path.Value!.Split('/')[^1];
        if (id != unknown)
            return context.Response.WriteAsync(Bodies.V3(id, documentIds: ["1"]));
        context.Response.StatusCode = 404;
        return context.Response.WriteAsync(Bodies.Error("NotFound", "Job not found."));
    };
}
