using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

public class StopLanguageJobTests
{
    private static Task<LoopbackServer> StartAsync() => LoopbackServer.StartAsync(context =>
    {
        if (context.Request.Method == "GET")
            return context.Response.WriteAsync(Bodies.Ga("j", 1, "1").Replace("succeeded", "cancelling"));
        if (context.Request.Path.Value!.Contains("done"))
        {
            context.Response.StatusCode = 400;
            return context.Response.WriteAsync(Bodies.Error("InvalidRequest", "Failed to cancel job with job id done as its already completed."));
        }
        context.Response.StatusCode = 202;
        return Task.CompletedTask;
    });

    [Fact]
    public async Task A_job_is_cancelled_and_emitted_as_it_is_then()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion 2022-05-01");

        var job = session.Run("'j' | Stop-LanguageJob").ThrowIfFailed().Of<LanguageJob>().Single();

        Assert.Equal("cancelling", job.Status);
        Assert.Equal(
            ["POST /language/analyze-text/jobs/j:cancel?api-version=2022-05-01", "GET /language/analyze-text/jobs/j?api-version=2022-05-01&top=50"],
            server.Requests.Select(request => $"{request.Method} {request.PathAndQuery}"));
    }

    [Fact]
    public async Task A_finished_job_is_an_error_in_the_services_words()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion 2022-05-01");

        var (record, id) = session.Run("'done' | Stop-LanguageJob").SingleError();

        Assert.Equal("RequestRejected", id);
        Assert.Contains("as its already completed", record.Exception.Message);
    }

    [Fact]
    public async Task An_api_version_that_cannot_cancel_says_so_and_nothing_is_sent()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion v3.2-preview.2");

        var (record, id) = session.Run("'j' | Stop-LanguageJob").SingleError();

        Assert.Equal("NotSupported", id);
        Assert.Contains("v3.2-preview.2 cannot cancel", record.Exception.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task WhatIf_cancels_nothing()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion 2022-05-01");

        Assert.Empty(session.Run("'j' | Stop-LanguageJob -WhatIf").ThrowIfFailed().Output);
        Assert.Empty(server.Requests);
    }
}
