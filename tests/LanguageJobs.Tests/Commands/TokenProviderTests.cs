using System.Management.Automation;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>A script block gives the tokens, on the thread of the command that waits for them.</summary>
public class TokenProviderTests
{
    private static readonly string Token = Tokens.Jwt(DateTimeOffset.UtcNow.AddHours(1));

    [Theory]
    [InlineData("$token")]
    [InlineData("[Net.NetworkCredential]::new('', $token).SecurePassword")]
    [InlineData("[pscustomobject]@{ Token = $token; ExpiresOn = [DateTimeOffset]::Now.AddHours(1) }")]
    [InlineData("[pscustomobject]@{ Token = [Net.NetworkCredential]::new('', $token).SecurePassword; ExpiresOn = [datetime]::Now.AddHours(1) }")]
    [InlineData("[pscustomobject]@{ accessToken = $token; expiresOn = [datetime]::Now.AddHours(1).ToString('yyyy-MM-dd HH:mm:ss.ffffff'); tokenType = 'Bearer' }")]
    [InlineData("@{ accessToken = $token; expires_on = [DateTimeOffset]::Now.AddHours(1).ToUnixTimeSeconds(); expiresOn = '2000-01-01 00:00:00.000000' }")]
    [InlineData("'what a sign-in emits before'; $token")]
    public async Task A_script_block_gives_a_token_in_any_form_once_for_many_requests(string provider)
    {
        await using var server = await StartAsync(_ => true);
        using var session = new PowerShellSession().With("token", Token);

        var jobs = session.Run($$"""
            $script:asked = 0
            Connect-LanguageService {{server.Endpoint}} -TokenProvider { $script:asked++; {{provider}} }
            $before = $asked
            1..30 | Get-LanguageJob
            """).ThrowIfFailed().Of<LanguageJob>();

        Assert.Equal(30, jobs.Length);
        Assert.All(server.Requests, request => Assert.Equal($"Bearer {Token}", request.Headers["Authorization"]));
        Assert.Equal([0, 1], session.Run("$before, $asked").ThrowIfFailed().Output.SelectMany(Values));
    }

    [Fact]
    public async Task A_refused_token_is_asked_for_once_more_however_many_requests_bore_it()
    {
        await using var server = await StartAsync(token => token == "token-2");
        using var session = Connected(server, "\"token-$((++$script:asked))\"");

        var result = session.Run("1..30 | Get-LanguageJob -Verbose").ThrowIfFailed();

        Assert.Equal(30, result.Of<LanguageJob>().Length);
        Assert.Equal(2, session.Run("$asked").Of<int>().Single());
        Assert.Contains(result.Verbose, text => text.Contains("refused (401)"));
    }

    [Fact]
    public async Task A_token_that_is_refused_again_ends_the_command_and_says_what_may_be_wrong()
    {
        await using var server = await StartAsync(_ => false);
        using var session = Connected(server, "$script:asked++; $token").With("token", Tokens.Jwt(DateTimeOffset.UtcNow.AddHours(1), "https://management.azure.com"));

        var (record, id) = session.Run("1..30 | Get-LanguageJob -ThrottleLimit 1").SingleError();

        Assert.Equal("Unauthorized", id);
        Assert.EndsWith("The access token was made for https://management.azure.com; this endpoint requires one for https://cognitiveservices.azure.com.", record.Exception.Message);
        Assert.InRange(session.Run("$asked").Of<int>().Single(), 2, 3);
    }

    [Theory]
    [InlineData("throw 'The vault is closed.'", "The vault is closed.")]
    [InlineData("Get-Command no-such; 'token'", "returned no access token. The term 'no-such'")]
    [InlineData("Get-Token", "'Get-Token' is not recognized")]
    [InlineData("", "The access token is null")]
    [InlineData("''", "is empty, or contains white space")]
    [InlineData("[pscustomobject]@{ Secret = 'PRECIOUS' }", "PSCustomObject is not an access token")]
    [InlineData("@{ Token = 5; Secret = 'PRECIOUS' }", "Hashtable is not an access token")]
    [InlineData("'PRECIOUS secret'", "contains white space")]
    public async Task A_provider_that_gives_no_token_ends_the_command_and_nothing_is_sent(string provider, string reason)
    {
        await using var server = await StartAsync(_ => true);
        using var session = Connected(server, provider);

        var result = session.Run("1..30 | Get-LanguageJob");

        var (record, id) = result.SingleError();
        Assert.Equal("CredentialUnavailable", id);
        Assert.Equal(ErrorCategory.AuthenticationError, record.CategoryInfo.Category);
        Assert.Contains(reason, record.Exception.Message);
        Assert.DoesNotContain("PRECIOUS", record.ToString());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Two_commands_of_one_pipeline_may_both_wait_for_the_provider()
    {
        await using var server = await StartAsync(_ => true);
        // Tokens that are never fresh for long: each command has its own need of the provider, in the middle of the pipeline.
        using var session = Connected(server, "$script:asked++; [pscustomobject]@{ Token = 'token'; ExpiresOn = [DateTimeOffset]::Now }");

        var rows = session.Run("1..40 | Get-LanguageJob | ForEach-Object JobId | Get-LanguageJobEntity").ThrowIfFailed().Of<LanguageEntity>();

        Assert.Equal(40, rows.Length);
    }

    [Fact]
    public async Task A_provider_may_use_what_is_in_the_session_where_it_was_written()
    {
        await using var server = await StartAsync(_ => true);
        using var session = new PowerShellSession();

        session.Run($$"""
            function New-Token { 'from-the-session' }
            Connect-LanguageService {{server.Endpoint}} -TokenProvider { New-Token }
            & { function New-Token { 'from-the-caller' }; Get-LanguageJob j }
            """).ThrowIfFailed();

        Assert.StartsWith("Bearer from-the-", Assert.Single(server.Requests).Headers["Authorization"]);
    }

    [Fact]
    public async Task In_another_runspace_the_providers_text_runs_there()
    {
        await using var server = await StartAsync(_ => true);
        using var session = Connected(server, "\"runspace-$([runspace]::DefaultRunspace.Id)\"").With("module", Repository.StagedModule);

        var jobs = session.Run("""
            $connection = Get-LanguageConnection
            1..4 | ForEach-Object -Parallel { Import-Module $using:module; Get-LanguageJob $_ -Connection $using:connection }
            """).ThrowIfFailed().Of<LanguageJob>();

        Assert.Equal(4, jobs.Length);
        Assert.All(server.Requests, request => Assert.NotEqual($"Bearer runspace-{session.Runspace.Id}", request.Headers["Authorization"]));
    }

    [Fact]
    public async Task A_provider_that_needs_its_own_runspace_says_so_elsewhere()
    {
        await using var server = await StartAsync(_ => true);
        using var session = Connected(server, "$token").With("token", "t").With("module", Repository.StagedModule);

        var result = session.Run("""
            $connection = Get-LanguageConnection
            1 | ForEach-Object -Parallel { Import-Module $using:module; Get-LanguageJob $_ -Connection $using:connection }
            """);

        Assert.Contains("It ran in another runspace", result.SingleError().Record.ToString());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_command_that_is_stopped_while_the_provider_runs_stops_at_once()
    {
        await using var server = await StartAsync(_ => true);
        using var running = new ManualResetEventSlim();
        using var session = Connected(server, "$running.Set(); foreach ($i in 1..12000) { [Threading.Thread]::Sleep(10) }").With("running", running);
        using var shell = session.Script("Get-LanguageJob j");
        var run = shell.BeginInvoke();
        Assert.True(running.Wait(TimeSpan.FromSeconds(20)));

        await shell.StopAsync(null, null).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(run));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_wait_has_its_token_from_the_provider()
    {
        var answers = 0;
        await using var server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync(Bodies.V3("j", Interlocked.Increment(ref answers) < 3 ? "running" : "succeeded")));
        using var session = Connected(server, "\"token-$((++$script:asked))\"");
        session.Run("Wait-LanguageJob j -PollInterval 0.05").ThrowIfFailed();

        Assert.Equal(3, server.Requests.Length);
        Assert.All(server.Requests, request => Assert.Equal("Bearer token-1", request.Headers["Authorization"]));
    }

    [Fact]
    public async Task A_wait_in_the_background_is_refused_at_once_and_says_what_to_do()
    {
        await using var server = await StartAsync(_ => true);
        using var session = Connected(server, "'token'");

        var result = session.Run("Wait-LanguageJob j -AsJob");

        var (record, id) = result.SingleError();
        Assert.Equal("NoProviderInBackground", id);
        Assert.Equal(ErrorCategory.NotImplemented, record.CategoryInfo.Category);
        Assert.Contains("Start-ThreadJob", record.ErrorDetails.RecommendedAction);
        Assert.Empty(result.Output);
        Assert.Empty(session.Run("Get-Job").Output);
        Assert.Empty(server.Requests);
    }

    private static PowerShellSession Connected(LoopbackServer server, string provider)
    {
        var session = new PowerShellSession();
        session.Run($$"""
            $script:asked = 0
            Connect-LanguageService {{server.Endpoint}} -TokenProvider { {{provider}} } -MaximumRetryCount 0
            """).ThrowIfFailed();
        return session;
    }

    private static Task<LoopbackServer> StartAsync(Func<string, bool> isGood) => LoopbackServer.StartAsync(context =>
    {
        if (isGood(context.Request.Headers.Authorization.ToString().Replace("Bearer ", "")))
            return context.Response.WriteAsync(Bodies.V3(context.Request.Path.Value!.Split('/')[^1], documentIds: ["1"]));
        context.Response.StatusCode = 401;
        return context.Response.WriteAsync(Bodies.Error("401", "Access denied."));
    });

    private static IEnumerable<int> Values(PSObject item) => [(int)item.BaseObject];
}
