using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>How remembered jobs are removed.</summary>
[Collection("Environment")]
public sealed class ClearLanguageJobHistoryTests : HistoryFixture
{
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
        Assert.DoesNotContain("failed-1", History.Text);

        session.Run("$null = Get-LanguageJob failed-1").ThrowIfFailed();
        Assert.Equal(["failed-1", "good-1"], List(session, "").Order());

        session.Run("Clear-LanguageJobHistory -OlderThan 1.00:00:00").ThrowIfFailed();
        Assert.Empty(List(session, ""));
        Assert.Equal("", History.Text);
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
}
