using System.Management.Automation;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>A connection that is closed ends what uses it with one clear error.</summary>
public class DisconnectTests
{
    private const string Closed = "The connection is closed. Run Connect-LanguageService.";

    [Theory]
    [InlineData("Get-LanguageJob j -Connection $connection")]
    [InlineData("1..50 | Get-LanguageJobEntity -Connection $connection")]
    [InlineData("1..50 | Wait-LanguageJob -Connection $connection")]
    [InlineData("1..50 | Stop-LanguageJob -Connection $connection")]
    [InlineData("1..60 | ForEach-Object { 't' } | Start-LanguageJob -Kind CustomEntityRecognition -ProjectName P -DeploymentName D -Connection $connection")]
    public async Task A_closed_connection_says_so_once_and_sends_nothing(string command)
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        using var session = new PowerShellSession();
        session.Run($"$connection = Connect-LanguageService {server.Endpoint} -Key k -ApiVersion 2025-11-01 -PassThru; Disconnect-LanguageService").ThrowIfFailed();

        var (record, id) = session.Run(command).SingleError();

        Assert.Equal(("ConnectionClosed", ErrorCategory.ConnectionError), (id, record.CategoryInfo.Category));
        Assert.Equal(Closed, record.Exception.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Requests_under_way_end_when_the_connection_is_closed()
    {
        var arrived = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            arrived.TrySetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var session = new PowerShellSession();
        var connection = session.Run($"Connect-LanguageService {server.Endpoint} -Key k -ApiVersion 2025-11-01 -PassThru").Of<LanguageConnection>().Single();
        using var shell = session.Script("1..50 | Get-LanguageJob");
        var running = shell.BeginInvoke();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));

        connection.Dispose();

        await Task.Run(() => shell.EndInvoke(running)).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(Closed, Assert.Single(shell.Streams.Error).Exception.Message);
    }

    [Fact]
    public async Task A_submission_under_way_is_answered_before_the_connection_is_gone()
    {
        var arrived = new TaskCompletionSource();
        var closed = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await new StreamReader(context.Request.Body).ReadToEndAsync();
            arrived.TrySetResult();
            await closed.Task;
            context.Response.StatusCode = 202;
            context.Response.Headers["Operation-Location"] = $"http://{context.Request.Host}/text/analytics/v3.2-preview.2/analyze/jobs/job-1";
        });
        using var session = new PowerShellSession();
        var connection = session.Run($"Connect-LanguageService {server.Endpoint} -Key k -ApiVersion v3.2-preview.2 -PassThru").Of<LanguageConnection>().Single();
        using var shell = session.Script("1..30 | ForEach-Object { 'text' } | Start-LanguageJob -Kind EntityRecognition");
        var running = shell.BeginInvoke();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));

        connection.Dispose();
        closed.SetResult();

        var jobs = await Task.Run(() => shell.EndInvoke(running)).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal("job-1", Assert.IsType<LanguageJob>(Assert.Single(jobs).BaseObject).JobId);
        // The next request finds the connection closed, and the error names the job that was accepted.
        var record = Assert.Single(shell.Streams.Error);
        Assert.Equal("ConnectionClosed", RunResult.Id(record));
        Assert.EndsWith("Before this error a job was accepted: job-1.", record.ToString());
    }

    [Fact]
    public async Task A_wait_in_the_background_fails_with_that_error_alone()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3("j", "running")));
        using var session = new PowerShellSession();

        var result = session.Run($$"""
            Connect-LanguageService {{server.Endpoint}} -Key k -ApiVersion v3.2-preview.2
            $wait = 'r1', 'r2' | Wait-LanguageJob -AsJob -PollInterval 0.05
            foreach ($try in 1..600) { if ($wait.JobStateInfo.State -eq 'Running') { break }; [Threading.Thread]::Sleep(50) }
            Disconnect-LanguageService
            $null = Wait-Job $wait -Timeout 60
            $wait.State
            $wait.Error
            """);

        Assert.Equal("Failed", $"{result.Output[0]}");
        var record = Assert.IsType<ErrorRecord>(Assert.Single(result.Output[1..]).BaseObject);
        Assert.Equal(("ConnectionClosed", Closed), (RunResult.Id(record), record.Exception.Message));
    }

    [Fact]
    public void Disconnect_closes_the_connections_that_it_is_given_and_no_other()
    {
        using var session = new PowerShellSession();

        var result = session.Run("""
            $a = Connect-LanguageService https://a.test -Key k -PassThru
            $b = Connect-LanguageService https://b.test -Key k -PassThru
            $c = Connect-LanguageService https://c.test -Key k -PassThru
            $a, $b | Disconnect-LanguageService
            (Get-LanguageConnection).Endpoint
            Disconnect-LanguageService -Connection $c
            Get-LanguageConnection
            """).ThrowIfFailed();

        Assert.Equal(["https://c.test"], result.Of<string>());
        Assert.Equal("ConnectionClosed", session.Run("Get-LanguageJob j -Connection $a").SingleError().Id);
    }

    [Fact]
    public void Disconnect_of_nothing_does_nothing_and_null_is_an_error()
    {
        using var session = new PowerShellSession();

        session.Run("Disconnect-LanguageService").ThrowIfFailed();
        session.Run("@() | Disconnect-LanguageService").ThrowIfFailed();
        Assert.StartsWith("ParameterArgumentValidationError", session.Run("Disconnect-LanguageService -Connection $null").SingleError().Id);
    }
}
