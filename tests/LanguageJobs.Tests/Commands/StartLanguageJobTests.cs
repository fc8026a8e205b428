using System.Text;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>Documents become requests, and accepted requests jobs.</summary>
public class StartLanguageJobTests : SubmissionFixture
{
    [Theory]
    [InlineData("v3.2-preview.2", "/text/analytics/v3.2-preview.2/analyze")]
    [InlineData("2025-11-01", "/language/analyze-text/jobs?api-version=2025-11-01")]
    public async Task Documents_are_packed_in_order_and_each_request_is_a_job(string version, string address)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, $"-ApiVersion {version}");

        var jobs = session.Run($"1..60 | ForEach-Object {{ \"text $_\" }} | Start-LanguageJob {Task} -DisplayName nightly").ThrowIfFailed().Of<LanguageJob>();

        Assert.Equal(["job-1", "job-2", "job-3"], jobs.Select(job => job.JobId));
        Assert.Equal([25, 25, 10], Submitted.Select((_, i) => Documents(i).Count));
        Assert.Equal(Enumerable.Range(26, 25).Select(i => $"{i}"), jobs[1].DocumentIds);
        Assert.All(jobs, job => Assert.Equal((version, "nightly", false), (job.ApiVersion, job.DisplayName, job.IsFinished)));
        Assert.All(server.Requests, request => Assert.Equal(("POST", address), (request.Method, request.PathAndQuery)));
        Assert.All(Submitted, body => Assert.Equal("nightly", (string)body["displayName"]!));
    }

    [Fact]
    public async Task A_request_leaves_when_it_is_full_and_not_when_the_input_ends()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint).With("server", server);

        // Each text says how many requests had arrived when it was written. The 26th document is the first that does not fit.
        session.Run($"1..30 | ForEach-Object {{ \"sent: $($server.Requests.Count)\" }} | Start-LanguageJob {Task}").ThrowIfFailed();

        Assert.Equal([.. Enumerable.Repeat("sent: 0", 26), .. Enumerable.Repeat("sent: 1", 4)], Texts(0).Concat(Texts(1)));
    }

    [Fact]
    public async Task A_consumer_that_has_enough_ends_the_submitting()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.Run($"foreach ($once in 1) {{ 1..500 | ForEach-Object {{ 'text' }} | Start-LanguageJob {Task} | ForEach-Object {{ break }} }}").ThrowIfFailed();

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Texts_objects_and_files_are_documents()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        using var file = new TemporaryFile([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("aus der Datei: é😀")], "note.txt");

        session.Run($$"""
            'just text',
            [pscustomobject]@{ Text = 'with id'; Id = 'x'; Language = 'fr' },
            [pscustomobject]@{ Text = 'without id' },
            [IO.FileInfo]::new('{{file.Path}}') | Start-LanguageJob {{Task}} -Language de
            """).ThrowIfFailed();

        Assert.Equal(["1", "x", "3", "note.txt"], Ids(0));
        Assert.Equal(["just text", "with id", "without id", "aus der Datei: é😀"], Texts(0));
        Assert.Equal(["de", "fr", "de", "de"], Documents(0).Select(document => (string)document!["language"]!));
    }

    [Fact]
    public async Task Paths_have_wildcards_and_names_are_ids()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        using var file = new TemporaryFile("a", "a.txt");
        File.WriteAllText(Path.Combine(file.Folder, "b.txt"), "b");
        File.WriteAllText(Path.Combine(file.Folder, "c.log"), "c");

        session.Run($"Start-LanguageJob -Path '{file.Folder}/*.txt' {Task}").ThrowIfFailed();

        Assert.Equal(["a.txt", "b.txt"], Ids(0).Order());
    }

    [Fact]
    public async Task A_bad_document_costs_one_error_and_no_other_document()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        using var binary = new TemporaryFile([0xC3, 0x28, 0xA0], "binary.txt");

        var result = session.Run($$"""
            [pscustomobject]@{ Text = 'one'; Id = '1' }, '', [pscustomobject]@{ Name = 'no text' },
            ('x' * 125001), [IO.FileInfo]::new('{{binary.Path}}'), [IO.FileInfo]::new('/nowhere.txt'), 'last' | Start-LanguageJob {{Task}}
            """);

        Assert.Equal(
            ["EmptyDocument", "InvalidDocument", "DocumentTooLarge", "InvalidDocument", "FileNotReadable"],
            result.Errors.Select(RunResult.Id));
        Assert.Equal(["one", "last"], Texts(0));
        Assert.Single(result.Of<LanguageJob>());
    }

    [Fact]
    public async Task WhatIf_lists_the_requests_and_sends_none()
    {
        await using var server = await StartAsync();
        var host = new ScreenHost(200);
        using var session = new PowerShellSession(host);
        session.Run($"Connect-LanguageService {server.Endpoint} -Key k").ThrowIfFailed();

        var result = session.Run($"1..30 | ForEach-Object {{ 'text' }} | Start-LanguageJob {Task} -WhatIf").ThrowIfFailed();

        Assert.Empty(result.Output);
        Assert.Empty(server.Requests);
        Assert.Equal(
            [
                $"What if: Performing the operation \"Start CustomEntityRecognition at {session.Run("Get-LanguageConnection").Output[0]}\" on target \"25 documents (1 … 25)\".",
                $"What if: Performing the operation \"Start CustomEntityRecognition at {session.Run("Get-LanguageConnection").Output[0]}\" on target \"5 documents (26 … 30)\".",
            ],
            host.Lines);
    }

    [Fact]
    public void WhatIf_needs_no_connection()
    {
        var host = new ScreenHost(200);
        using var session = new PowerShellSession(host);

        session.Run($"'text' | Start-LanguageJob {Task} -WhatIf").ThrowIfFailed();

        Assert.Equal(["What if: Performing the operation \"Start CustomEntityRecognition at no connection\" on target \"document 1\"."], host.Lines);
    }

    [Theory]
    [InlineData(429, 2, null)]
    [InlineData(503, 2, null)]
    [InlineData(500, 1, "SubmissionUncertain")]
    [InlineData(504, 1, "SubmissionUncertain")]
    [InlineData(408, 1, "SubmissionUncertain")]
    [InlineData(400, 1, "RequestRejected")]
    [InlineData(413, 1, "RequestRejected")]
    [InlineData(0, 1, "SubmissionUncertain")]
    public async Task A_submission_is_repeated_only_where_the_service_surely_did_not_take_it(int status, int requests, string? expected)
    {
        var first = true;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            var answer = first ? status : 202;
            first = false;
            if (answer == 0)
            {
                context.Abort();
                return;
            }
            context.Response.StatusCode = answer;
            context.Response.Headers.RetryAfter = "0";
            context.Response.Headers["Operation-Location"] = $"http://{context.Request.Host}/text/analytics/v3.2-preview.2/analyze/jobs/j";
            if (answer != 202)
                await context.Response.WriteAsync(Bodies.Error("InvalidRequest", "No."));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var result = session.Run($"[pscustomobject]@{{ Id = 'doc'; Text = 't' }} | Start-LanguageJob {Task}");

        Assert.Equal(requests, server.Requests.Length);
        if (expected is null)
        {
            Assert.Equal("j", result.ThrowIfFailed().Of<LanguageJob>().Single().JobId);
            return;
        }
        var (record, id) = result.SingleError();
        Assert.Equal(expected, id);
        Assert.Equal(["doc"], Assert.IsType<string[]>(record.TargetObject));
        Assert.Equal(expected == "SubmissionUncertain", record.Exception.Message.Contains("may have been accepted"));
    }

    [Theory]
    [InlineData("/language/analyze-text/jobs/job-1?api-version=2025-11-01")]
    [InlineData("jobs/job-1?api-version=2025-11-01")]
    [InlineData("http://internal.example/language/analyze-text/jobs/job-1?api-version=2025-11-01")]
    public async Task An_operation_location_is_resolved_against_the_requests_address(string location)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Method == "GET")
                return context.Response.WriteAsync(Bodies.V3("job-1"));
            context.Response.StatusCode = 202;
            context.Response.Headers["Operation-Location"] = location;
            return System.Threading.Tasks.Task.CompletedTask;
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion 2025-11-01");

        var jobs = session.Run($"$job = 'x' | Start-LanguageJob {Task}; $job; $job | Get-LanguageJob").ThrowIfFailed().Of<LanguageJob>();

        Assert.Equal(["job-1", "job-1"], jobs.Select(job => job.JobId));
    }

    [Fact]
    public async Task An_acceptance_that_does_not_say_where_the_job_is_is_an_error()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 202;
            return System.Threading.Tasks.Task.CompletedTask;
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Assert.Equal("SubmissionUncertain", session.Run($"'t' | Start-LanguageJob {Task}").SingleError().Id);
    }
}
