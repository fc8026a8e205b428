using System.Management.Automation;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>Commands that take long show a bar of their own, and take it away.</summary>
public class ProgressTests
{
    [Theory]
    [InlineData("1..9 | Get-LanguageJob", "Reading language jobs", " jobs done; waiting for the limit of 30 requests a minute")]
    [InlineData("1..9 | Get-LanguageJobEntity", "Reading language jobs", " jobs done; waiting for the limit of 30 requests a minute")]
    [InlineData("Get-LanguageJob (1..9)", "Reading language jobs", " of 9 jobs done; waiting for the limit of 30 requests a minute")]
    [InlineData("1..200 | ForEach-Object { 't' } | Start-LanguageJob -Kind CustomEntityRecognition -ProjectName P -DeploymentName D", "Starting language jobs", " jobs accepted, ")]
    public async Task Who_waits_for_the_request_budget_says_so(string command, string activity, string status)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Method == "POST" ? 202 : 200;
            context.Response.Headers["Operation-Location"] = $"http://{context.Request.Host}{context.Request.Path}/jobs/j";
            return context.Response.WriteAsync(Bodies.V3("j"));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion v3.2-preview.2 -RequestsPerMinute 30");

        var progress = session.Run(command).ThrowIfFailed().Progress;

        Assert.All(progress, record => Assert.Equal(activity, record.Activity));
        Assert.Single(progress.Select(record => record.ActivityId).Distinct());
        Assert.Contains(progress, record => record.StatusDescription.Contains(status) && record.StatusDescription.Contains("waiting for the limit"));
        Assert.Equal(ProgressRecordType.Completed, progress[^1].RecordType);
        // Five a second at most; the command takes a few seconds.
        Assert.InRange(progress.Length, 2, 300);
    }

    [Fact]
    public async Task Each_command_of_a_pipeline_has_a_bar_of_its_own()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await Task.Delay(300);
            await context.Response.WriteAsync(Bodies.V3("j", documentIds: ["1"]));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion v3.2-preview.2");

        var progress = session.Run("1..6 | Get-LanguageJob -ThrottleLimit 1 | ForEach-Object JobId | Get-LanguageJobEntity -ThrottleLimit 1").ThrowIfFailed().Progress;

        Assert.Equal(2, progress.Select(record => record.ActivityId).Distinct().Count());
        Assert.DoesNotContain(progress, record => record.ActivityId == 0);
        Assert.Equal(2, progress.Count(record => record.RecordType == ProgressRecordType.Completed));
    }
}
