using System.Management.Automation;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>What a wait in the background says, and what it keeps to itself.</summary>
public class BackgroundWaitTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("-Verbose", 1)]
    public async Task Its_messages_are_in_the_streams_of_its_job(string options, int retries)
    {
        var answers = 0;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers["warn-text"] = "\"This version is retired.\"";
            // Polls are repeated in their own time; the whole job's second page is what is tried again.
            if (context.Request.Query["$top"] != "1" && Interlocked.Increment(ref answers) == 1)
            {
                context.Response.StatusCode = 503;
                return Task.CompletedTask;
            }
            var link = context.Request.Query["$top"] == "1" ? $"{context.Request.Path}?$skip=1" : null;
            return context.Response.WriteAsync(Bodies.V3("j", nextLink: link, documentIds: ["1"]));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion v3.2-preview.2");

        var job = Assert.IsAssignableFrom<Job>(session.Run($"$job = 'j' | Wait-LanguageJob -AsJob {options}; $null = Wait-Job $job -Timeout 60; $job").Output.Single().BaseObject);

        Assert.Equal(JobState.Completed, job.JobStateInfo.State);
        Assert.Contains("This version is retired.", Assert.Single(job.Warning).Message);
        Assert.Equal(retries, job.Verbose.Count(record => record.Message.Contains("Trying again")));
        Assert.Empty(job.Debug);
    }

    [Fact]
    public async Task Receive_Job_gives_its_warnings()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers["warn-text"] = "\"This version is retired.\"";
            return context.Response.WriteAsync(Bodies.V3("j"));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion v3.2-preview.2");

        var result = session.Run("$job = 'j' | Wait-LanguageJob -AsJob; $null = Wait-Job $job -Timeout 60; Receive-Job $job").ThrowIfFailed();

        Assert.Equal("j", result.Of<LanguageJob>().Single().JobId);
        Assert.Contains("This version is retired.", Assert.Single(result.Warnings));
    }

    [Fact]
    public async Task A_key_on_its_line_is_not_in_its_command()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3("j")));
        using var session = new PowerShellSession();

        var job = session.Run(
            $"Connect-LanguageService {server.Endpoint} -Key SECRET; $null = 'j' | Wait-LanguageJob -PollInterval 0.5 -ThrottleLimit 4 -Any -AsJob; Get-Job").ThrowIfFailed().Output.Single();

        Assert.Equal("Wait-LanguageJob -PollInterval 0.5 -ThrottleLimit 4 -Any -AsJob", ((Job)job.BaseObject).Command);
        Assert.DoesNotContain("SECRET", string.Join(" ", job.Properties.Select(property => $"{property.Value}")));
    }
}
