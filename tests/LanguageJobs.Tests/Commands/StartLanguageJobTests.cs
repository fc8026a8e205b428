using System.Text;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

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
    public async Task Several_tasks_go_into_one_job()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion 2024-11-01");

        session.Run("""
            'text' | Start-LanguageJob -StringIndexType UnicodeCodePoint -LoggingOptOut -Task @(
                @{ Kind = 'customentityrecognition'; ProjectName = 'P1'; DeploymentName = 'D1'; Name = 'one' }
                [pscustomobject]@{ Kind = 'CustomMultiLabelClassification'; ProjectName = 'P2'; DeploymentName = 'D2' })
            """).ThrowIfFailed();

        Assert.Equal(
            """[{"kind":"CustomEntityRecognition","taskName":"one","parameters":{"projectName":"P1","deploymentName":"D1","loggingOptOut":true,"stringIndexType":"UnicodeCodePoint"}},{"kind":"CustomMultiLabelClassification","parameters":{"projectName":"P2","deploymentName":"D2","loggingOptOut":true}}]""",
            Submitted[0]["tasks"]!.ToJsonString());
    }

    [Theory]
    [InlineData("@{ Kind = 'EntityGuessing' }", "is not a kind of task. The kinds are")]
    [InlineData("@{ Kind = 'EntityLinking'; ProjectName = 'P' }", "A task of kind EntityLinking takes no ProjectName")]
    [InlineData("@{ Kind = 'CustomEntityRecognition'; ProjectName = 'P' }", "needs a DeploymentName")]
    [InlineData("@{ Kind = 'EntityLinking'; TaskParameter = 'latest' }", "must be a hashtable")]
    [InlineData("@{ Kind = 'EntityLinking'; TaskParameter = @{ since = [datetime]::Now } }", "The task parameter 'since' is of type DateTime")]
    [InlineData("@{ Kind = 'EntityLinking'; TaskParameter = @{ none = $null } }", "The task parameter 'none' is null")]
    [InlineData("@{ Kind = 'EntityLinking'; TaskParameter = @{ list = @(1, { code }) } }", "The task parameter 'list[1]' is of type ScriptBlock")]
    [InlineData("@{ Kind = 'EntityLinking'; TaskParameter = @{ inner = @{ number = [double]::NaN } } }", "The task parameter 'inner.number' is NaN, which JSON cannot express.")]
    [InlineData("@{ Kind = 'EntityLinking'; TaskParameter = $(($loop = @{}).self = $loop; $loop) }", "is nested too deeply")]
    [InlineData("@{ Kind = 'CustomEntityRecognition'; DeploymentName = 'D' }", "needs a ProjectName")]
    [InlineData("@{ Kind = 'CustomEntityRecognition'; ProjectName = 'P'; DeploymentName = 'D'; Model = 'M' }", "no member 'Model'")]
    [InlineData("@{ Kind = 'CustomEntityRecognition'; ProjectName = 'P'; DeploymentName = 'D' }, @{ Kind = 'CustomEntityRecognition'; ProjectName = 'Q'; DeploymentName = 'D' }", "Give each of them a different Name")]
    public async Task A_task_that_cannot_be_is_refused_before_anything_is_sent(string task, string reason)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, id) = session.Run($"'text' | Start-LanguageJob -Task {task}").SingleError();

        Assert.Equal("InvalidTask", id);
        Assert.Contains(reason, record.Exception.Message);
        Assert.Empty(server.Requests);
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

    [Theory]
    [InlineData("v3.1", "CustomEntityRecognition", "-ProjectName P -DeploymentName D")]
    [InlineData("v3.1", "Healthcare", "")]
    [InlineData("v3.2-preview.2", "AbstractiveSummarization", "")]
    [InlineData("2022-05-01", "ExtractiveSummarization", "")]
    public async Task An_api_version_without_a_kind_says_so_and_sends_nothing(string version, string kind, string options)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, $"-ApiVersion {version}");

        var (record, id) = session.Run($"'t' | Start-LanguageJob -Kind {kind} {options}").SingleError();

        Assert.Equal("InvalidTask", id);
        Assert.StartsWith($"API version {version} has no {kind} tasks. Use ", record.Exception.Message);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("Healthcare", "2025-11-01")]
    [InlineData("AbstractiveSummarization", "2025-11-01")]
    [InlineData("ExtractiveSummarization", "v3.2-preview.2")]
    [InlineData("PiiEntityRecognition", "v3.2-preview.2")]
    public async Task A_version_that_lacks_the_kind_is_skipped(string kind, string version)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Assert.Equal(version, session.Run($"'t' | Start-LanguageJob -Kind {kind}").ThrowIfFailed().Of<LanguageJob>().Single().ApiVersion);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_job_with_tasks_of_many_kinds_goes_to_the_version_that_has_them_all()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var job = session.Run("""
            't' | Start-LanguageJob -Task @{ Kind = 'CustomEntityRecognition'; ProjectName = 'P'; DeploymentName = 'D' },
                @{ Kind = 'PiiEntityRecognition' }, @{ Kind = 'AbstractiveSummarization'; TaskParameter = @{ sentenceCount = 2 } }
            """).ThrowIfFailed().Of<LanguageJob>().Single();

        Assert.Equal("2025-11-01", job.ApiVersion);
        Assert.Equal(
            """[{"kind":"CustomEntityRecognition","parameters":{"projectName":"P","deploymentName":"D","stringIndexType":"Utf16CodeUnit"}},{"kind":"PiiEntityRecognition","parameters":{"stringIndexType":"Utf16CodeUnit"}},{"kind":"AbstractiveSummarization","parameters":{"stringIndexType":"Utf16CodeUnit","sentenceCount":2}}]""",
            Submitted[0]["tasks"]!.ToJsonString());
    }

    [Theory]
    [InlineData("CustomEntityRecognition", true)]
    [InlineData("CustomSingleLabelClassification", false)]
    [InlineData("CustomMultiLabelClassification", false)]
    [InlineData("EntityRecognition", true)]
    [InlineData("PiiEntityRecognition", true)]
    [InlineData("EntityLinking", true)]
    [InlineData("KeyPhraseExtraction", false)]
    [InlineData("SentimentAnalysis", true)]
    [InlineData("Healthcare", true)]
    [InlineData("ExtractiveSummarization", true)]
    [InlineData("AbstractiveSummarization", true)]
    public async Task Every_kind_is_sent_in_the_services_spelling_with_the_unit_of_its_offsets(string kind, bool hasOffsets)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion 2025-11-01");
        var names = kind.StartsWith("Custom") ? "-ProjectName P -DeploymentName D" : "";

        session.Run($"'t' | Start-LanguageJob -Kind {kind.ToUpperInvariant()} {names} -StringIndexType TextElements_v8").ThrowIfFailed();
        session.Run($"'t' | Start-LanguageJob -Task @{{ kind = '{kind.ToLowerInvariant()}'; projectname = '{(names == "" ? "" : "P")}'; deploymentname = '{(names == "" ? "" : "D")}' }}").ThrowIfFailed();

        Assert.All(Submitted, body => Assert.Equal(kind, (string)body["tasks"]![0]!["kind"]!));
        Assert.Equal(hasOffsets ? "TextElements_v8" : null, (string?)Submitted[0]["tasks"]![0]!["parameters"]!["stringIndexType"]);
        Assert.Equal(hasOffsets ? "Utf16CodeUnit" : null, (string?)Submitted[1]["tasks"]![0]!["parameters"]!["stringIndexType"]);
    }

    [Theory]
    [InlineData("-Kind Healthcare -ProjectName P", "takes no ProjectName")]
    [InlineData("-Kind Healthcare -DeploymentName D", "takes no DeploymentName")]
    [InlineData("-Kind CustomEntityRecognition -DeploymentName D", "needs a ProjectName")]
    [InlineData("-Kind CustomEntityRecognition -ProjectName P", "needs a DeploymentName")]
    [InlineData("-Kind Healthcare -TaskParameter @{ a = { code } }", "The task parameter 'a' is of type ScriptBlock")]
    public async Task A_kind_takes_the_names_that_belong_to_it(string options, string reason)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, id) = session.Run($"'t' | Start-LanguageJob {options}").SingleError();

        Assert.Equal("InvalidTask", id);
        Assert.Contains(reason, record.Exception.Message);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("2025-11-01", """{"stringIndexType":"UnicodeCodePoint","piiCategories":["Email","IPAddress"],"redactionPolicy":{"policyKind":"CharacterMask","redactionCharacter":"#"},"domain":"phi","sentenceCount":3,"share":0.5,"exact":12345678901234567890,"on":true,"modelVersion":"latest"}""")]
    [InlineData("v3.2-preview.2", """{"stringIndexType":"UnicodeCodePoint","piiCategories":["Email","IPAddress"],"redactionPolicy":{"policyKind":"CharacterMask","redactionCharacter":"#"},"domain":"phi","sentenceCount":3,"share":0.5,"exact":12345678901234567890,"on":true,"model-version":"latest"}""")]
    public async Task Parameters_are_sent_under_the_name_given(string version, string expected)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, $"-ApiVersion {version}");

        session.Run("""
            $parameters = [ordered]@{
                piiCategories = 'Email', 'IPAddress'; redactionPolicy = [ordered]@{ policyKind = 'CharacterMask'; redactionCharacter = '#' }
                domain = 'phi'; sentenceCount = 3; share = [float] 0.5; exact = 12345678901234567890; on = $true; modelVersion = 'latest'
            }
            't' | Start-LanguageJob -Kind PiiEntityRecognition -StringIndexType UnicodeCodePoint -TaskParameter $parameters
            't' | Start-LanguageJob -Task @{ Kind = 'PiiEntityRecognition'; TaskParameter = $parameters } -StringIndexType UnicodeCodePoint
            """).ThrowIfFailed();

        Assert.All(Submitted, body => Assert.Equal(expected, (version.StartsWith('v') ? body["tasks"]!["entityRecognitionPiiTasks"] : body["tasks"])![0]!["parameters"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_parameter_replaces_what_the_module_would_send()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion v3.2-preview.2");

        session.Run("'t' | Start-LanguageJob -Kind EntityRecognition -LoggingOptOut -TaskParameter @{ stringIndexType = 'TextElements_v8' }").ThrowIfFailed();

        Assert.Equal(
            """{"loggingOptOut":true,"stringIndexType":"TextElement_v8"}""",
            Submitted[0]["tasks"]!["entityRecognitionTasks"]![0]!["parameters"]!.ToJsonString());
    }
}
