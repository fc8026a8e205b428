using System.Management.Automation;
using System.Text;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>A job that is accepted costs money: it is neither submitted twice nor lost.</summary>
public class SubmissionTests
{
    private const string Start = "Start-LanguageJob -Kind CustomEntityRecognition -ProjectName P -DeploymentName D";
    private const string Sixty = "1..60 | ForEach-Object { \"text $_\" }";

    [Theory]
    [InlineData(429, null, "Too many.", 2, null)]
    [InlineData(503, null, """{"error":{"code":"ServiceUnavailable","message":"Down."}}""", 2, null)]
    [InlineData(503, "0", "no healthy upstream", 2, null)]
    [InlineData(503, null, "upstream connect error or disconnect/reset before headers", 1, "SubmissionUncertain")]
    [InlineData(503, null, """{"error":{"code":"503","message":"From a gateway."}}""", 1, "SubmissionUncertain")]
    [InlineData(502, "0", "bad gateway", 1, "SubmissionUncertain")]
    [InlineData(504, null, "upstream request timeout", 1, "SubmissionUncertain")]
    [InlineData(407, null, "", 1, "ConnectionFailed")]
    public async Task Only_a_submission_that_was_certainly_not_taken_is_repeated(int status, string? retryAfter, string body, int requests, string? expected)
    {
        await using var server = await StartAsync(async (context, number) =>
        {
            if (number > 1)
            {
                Accept(context, number);
                return;
            }
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfter;
            await context.Response.WriteAsync(body);
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var result = session.Run($"[pscustomobject]@{{ Id = 'doc'; Text = 't' }} | {Start}");

        Assert.Equal(requests, server.Requests.Length);
        if (expected is null)
        {
            Assert.Equal("job-2", Assert.Single(result.ThrowIfFailed().Of<LanguageJob>()).JobId);
            return;
        }
        var (record, id) = result.SingleError();
        Assert.Equal(expected, id);
        Assert.Equal(["doc"], Assert.IsType<string[]>(record.TargetObject));
        Assert.Equal(expected == "SubmissionUncertain", record.ToString().Contains("may have been accepted"));
    }

    [Fact]
    public async Task An_acceptance_whose_body_cannot_be_decoded_is_an_acceptance()
    {
        await using var server = await StartAsync((context, number) =>
        {
            Accept(context, number);
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("not gzip");
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Assert.Equal("job-1", Assert.Single(session.Run($"'t' | {Start}").ThrowIfFailed().Of<LanguageJob>()).JobId);
    }

    [Fact]
    public async Task A_refusal_whose_body_cannot_be_decoded_is_judged_by_its_status()
    {
        await using var server = await StartAsync((context, _) =>
        {
            context.Response.StatusCode = 401;
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("not gzip");
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Assert.Equal("Unauthorized", session.Run($"'t' | {Start}").SingleError().Id);
    }

    [Fact]
    public void A_submission_that_was_not_sent_since_nobody_listens_is_not_uncertain()
    {
        using var session = PowerShellSession.ConnectedTo(new Uri("http://127.0.0.1:1"));

        var (record, id) = session.Run($"'t' | {Start} -Verbose").SingleError();

        Assert.Equal("ConnectionFailed", id);
        Assert.DoesNotContain("may have been accepted", record.ToString());
    }

    [Theory]
    [InlineData("try {{ $jobs = {0} -ErrorAction Stop }} catch {{ $_ }}")]
    [InlineData("$ErrorActionPreference = 'Stop'; try {{ $jobs = {0} }} catch {{ $_ }}")]
    [InlineData("function Send {{ $ErrorActionPreference = 'Stop'; {0} }} try {{ $jobs = Send }} catch {{ $_ }}")]
    public async Task An_error_that_ends_the_command_names_the_jobs_that_were_accepted(string script)
    {
        await using var server = await StartAsync((context, number) =>
        {
            Accept(context, number);
            return Task.CompletedTask;
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var caught = session.Run(string.Format(script, $"$({Sixty}; '') | {Start}")).Output.Single();

        var record = Assert.IsType<ErrorRecord>(caught.BaseObject);
        Assert.EndsWith("Before this error 2 jobs were accepted: job-1, job-2.", record.ToString());
        Assert.Equal(["job-1", "job-2"], Assert.IsType<string[]>(record.Exception.Data["AcceptedJobs"]));
    }

    [Theory]
    [InlineData("-Path \"$folder/*.txt\", \"$folder/missing.txt\"", "PathNotFound")]
    [InlineData("-Path \"$folder/*.txt\", \"$folder/sub/../none*\"", "PathNotFound")]
    [InlineData("-Path \"$folder/*.txt\", $folder/sub", "PathIsFolder")]
    [InlineData("-LiteralPath (@([IO.Directory]::GetFiles($folder)) + \"$folder/missing.txt\")", "PathNotFound")]
    [InlineData("-Document (@(1..60 | ForEach-Object { \"text $_\" }) + $null)", "InvalidDocument")]
    [InlineData("-Document (@(1..60 | ForEach-Object { \"text $_\" }) + @{ Text = @{} })", "InvalidDocument")]
    public async Task Whatever_ends_the_command_names_the_jobs_that_were_accepted(string input, string expected)
    {
        await using var server = await StartAsync((context, number) =>
        {
            Accept(context, number);
            return Task.CompletedTask;
        });
        using var file = new TemporaryFile("some text", "1.txt");
        for (var number = 2; number <= 60; number++)
            File.Copy(file.Path, Path.Combine(file.Folder, $"{number}.txt"));
        Directory.CreateDirectory(Path.Combine(file.Folder, "sub"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint).With("folder", file.Folder);

        var record = Assert.IsType<ErrorRecord>(session.Run($"try {{ $jobs = {Start} {input} -ErrorAction Stop }} catch {{ $_ }}").Output.Single().BaseObject);

        Assert.Equal(expected, RunResult.Id(record));
        Assert.EndsWith("Before this error 2 jobs were accepted: job-1, job-2.", record.ToString());
    }

    [Fact]
    public async Task A_document_that_is_null_costs_no_other()
    {
        await using var server = await StartAsync((context, number) =>
        {
            Accept(context, number);
            return Task.CompletedTask;
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        foreach (var script in new[] { $"'a', $null, 'b' | {Start}", $"{Start} -Document 'a', $null, 'b'" })
        {
            var result = session.Run(script);

            Assert.Equal("The document is null.", result.SingleError().Record.ToString());
            Assert.Equal(2, Assert.Single(result.Of<LanguageJob>()).DocumentCount);
        }
        Assert.Equal("InvalidDocument", session.Run($"{Start} -Document $null").SingleError().Id);
        Assert.Equal("InvalidDocument", session.Run($"$null | {Start}").SingleError().Id);
    }

    [Fact]
    public async Task An_error_that_costs_one_document_names_no_jobs_and_OutVariable_keeps_them()
    {
        await using var server = await StartAsync((context, number) =>
        {
            Accept(context, number);
            return Task.CompletedTask;
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Assert.Equal("Document '61' is empty.", session.Run($"$({Sixty}; '') | {Start} | Out-Null").SingleError().Record.ToString());

        var kept = session.Run($"try {{ $null = $({Sixty}; '') | {Start} -ErrorAction Stop -OutVariable kept }} catch {{ }}; $kept.Count").Of<int>();
        Assert.Equal(2, kept.Single());
    }

    [Fact]
    public async Task A_key_that_is_refused_on_the_way_names_the_jobs_that_were_accepted()
    {
        await using var server = await StartAsync((context, number) =>
        {
            if (number < 3)
                Accept(context, number);
            else
                context.Response.StatusCode = 401;
            return Task.CompletedTask;
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, id) = session.Run($"{Sixty} | {Start} | Out-Null").SingleError();

        Assert.Equal("Unauthorized", id);
        Assert.EndsWith("2 jobs were accepted: job-1, job-2.", record.ToString());
    }

    [Theory]
    [InlineData(true, "The service accepted job job-1.")]
    [InlineData(false, "may have been accepted")]
    public async Task A_command_that_is_stopped_tells_the_host_what_became_of_the_submission_under_way(bool isAnswered, string outcome)
    {
        var arrived = new TaskCompletionSource();
        var stopped = new TaskCompletionSource();
        await using var server = await StartAsync(async (context, number) =>
        {
            // What arrives is read first: the submission is under way then.
            await new StreamReader(context.Request.Body, Encoding.UTF8).ReadToEndAsync();
            arrived.TrySetResult();
            await stopped.Task;
            if (isAnswered)
                Accept(context, number);
            else
                context.Abort();
        });
        var host = new ScreenHost(200);
        using var session = new PowerShellSession(host);
        session.Run($"Connect-LanguageService {server.Endpoint} -Key k -ApiVersion v3.2-preview.2").ThrowIfFailed();
        using var shell = session.Script($"1..30 | ForEach-Object {{ [pscustomobject]@{{ Id = \"doc-$_\"; Text = 't' }} }} | {Start}");
        var running = shell.BeginInvoke();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));

        var stopping = shell.StopAsync(null, null);
        Assert.True(SpinWait.SpinUntil(() => shell.InvocationStateInfo.State != PSInvocationState.Running, TimeSpan.FromSeconds(60)));
        stopped.SetResult();
        await stopping.WaitAsync(TimeSpan.FromSeconds(60));

        var line = Assert.Single(host.Lines, text => text.StartsWith("WARNING: The command was stopped.", StringComparison.Ordinal));
        Assert.Contains(outcome, line);
        Assert.Contains("Documents: doc-1, doc-2, ", line);
        Assert.DoesNotContain("doc-26", line);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_command_that_is_stopped_before_it_sent_anything_says_nothing()
    {
        await using var server = await StartAsync((context, _) =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "300";
            return Task.CompletedTask;
        });
        var host = new ScreenHost(200);
        using var session = new PowerShellSession(host);
        session.Run($"Connect-LanguageService {server.Endpoint} -Key k -ApiVersion v3.2-preview.2").ThrowIfFailed();
        using var shell = session.Script($"'t' | {Start}");
        shell.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => server.Requests.Length > 0, TimeSpan.FromSeconds(60)));

        await shell.StopAsync(null, null).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.DoesNotContain("stopped", host.Text);
        Assert.Single(server.Requests);
    }

    private static Task<LoopbackServer> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var number = 0;
        return LoopbackServer.StartAsync(context => answer(context, Interlocked.Increment(ref number)));
    }

    private static void Accept(HttpContext context, int number)
    {
        context.Response.StatusCode = 202;
        context.Response.Headers["Operation-Location"] = $"http://{context.Request.Host}/text/analytics/v3.2-preview.2/analyze/jobs/job-{number}";
    }
}
