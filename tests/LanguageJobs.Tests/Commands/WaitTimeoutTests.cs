using System.Collections.Concurrent;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>When the time of a wait begins, when it is over, and what is said of the jobs that are left.</summary>
public class WaitTimeoutTests
{
    [Fact]
    public async Task With_no_time_at_all_each_job_is_asked_for_once()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            var id = IdOf(context);
            await Task.Delay(id == "slow" ? 1000 : 20);
            await context.Response.WriteAsync(Bodies.V3(id, id.StartsWith("done", StringComparison.Ordinal) || id == "slow" ? "succeeded" : "running"));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion v3.2-preview.2");

        var result = session.Run("'done1', 'r1', 'slow', 'r2', 'done2' | Wait-LanguageJob -Timeout 0 -ThrottleLimit 2");

        Assert.Equal(["done1", "done2", "slow"], result.Of<LanguageJob>().Select(job => job.JobId).Order());
        Assert.Equal(["r1", "r2"], result.Errors.Select(record => Assert.IsType<LanguageJob>(record.TargetObject).JobId).Order());
        Assert.All(result.Errors, record => Assert.Equal("WaitTimeout", RunResult.Id(record)));
        Assert.Contains("did not finish within 0 s and is still running.", result.Errors[0].ToString());
    }

    [Fact]
    public async Task The_time_counts_from_the_end_of_the_input()
    {
        var asked = new ConcurrentDictionary<string, int>();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            var count = asked.AddOrUpdate(IdOf(context), 1, (_, old) => old + 1);
            return context.Response.WriteAsync(Bodies.V3(IdOf(context), count > 2 ? "succeeded" : "running"));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion v3.2-preview.2");

        // The last job comes after more than the whole of the time; it is asked for three times all the same.
        var jobs = session.Run("& { 'first'; [Threading.Thread]::Sleep(2500); 'last' } | Wait-LanguageJob -Timeout 2 -PollInterval 0.05").ThrowIfFailed().Of<LanguageJob>();

        Assert.Equal(["first", "last"], jobs.Select(job => job.JobId));
    }

    [Fact]
    public async Task The_target_of_a_timeout_is_a_handle_that_the_service_is_asked_about()
    {
        var isFinished = false;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            var isPoll = context.Request.Query["$top"] == "1";
            return context.Response.WriteAsync(Bodies.V3("j", isFinished ? "succeeded" : "running", documentIds: isPoll ? ["1"] : ["1", "2", "3"]));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion v3.2-preview.2");
        session.Run("'j' | Wait-LanguageJob -Timeout 0 -ErrorVariable left -ErrorAction SilentlyContinue");
        isFinished = true;

        Assert.Equal(3, session.Run("$left.TargetObject | Get-LanguageJobEntity").ThrowIfFailed().Of<LanguageEntity>().Length);
        Assert.True(session.Run("$left.TargetObject | Wait-LanguageJob").ThrowIfFailed().Of<LanguageJob>().Single().IsWhole);
    }

    [Fact]
    public async Task A_first_job_that_is_emitted_with_Any_leaves_no_error_behind()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync(Bodies.V3(IdOf(context), IdOf(context) == "done" ? "succeeded" : "running")));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion v3.2-preview.2");

        Assert.Equal("done", session.Run("'r1', 'done', 'r2' | Wait-LanguageJob -Any -Timeout 0").ThrowIfFailed().Of<LanguageJob>().Single().JobId);
    }

    private static string IdOf(HttpContext context) => context.Request.Path.Value!.Split('/')[^1];
}
