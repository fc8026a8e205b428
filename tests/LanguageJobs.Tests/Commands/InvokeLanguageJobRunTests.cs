using LanguageJobs.Emulator;
using LanguageJobs.Runs;
using LanguageJobs.Tests.Hosting;
using LanguageJobs.Tests.Runs;

namespace LanguageJobs.Tests.Commands;

/// <summary>Runs against the emulator, which counts what is paid for.</summary>
public class InvokeLanguageJobRunTests
{
    [Fact]
    public async Task A_run_collects_every_document_once()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 103);

        var (run, result) = fixture.InvokeOnce();

        result.ThrowIfFailed();
        Assert.Empty(result.Warnings);
        Assert.Equal((0, 103, 103, 0), (run.ExitCode, run.Documents, run.Collected, run.Pending));
        Assert.Equal(Enumerable.Range(0, 103).Select(i => $"doc-{i}").Order(), fixture.CollectedIds().Order());
        Assert.Equal(103, fixture.Paid.Count);
        Assert.All(fixture.Paid.Values, times => Assert.Equal(1, times));
        Assert.True(File.Exists(Path.Combine(fixture.Run, "done", "00000.json")));
    }

    [Fact]
    public async Task The_same_command_again_sends_nothing()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 30);
        fixture.InvokeOnce();
        var requests = fixture.Service.Counters.Requests;

        var (run, result) = fixture.InvokeOnce();

        result.ThrowIfFailed();
        Assert.Equal((0, 30), (run.ExitCode, run.Collected));
        Assert.Equal(requests, fixture.Service.Counters.Requests);
    }

    [Fact]
    public async Task The_key_is_nowhere_in_a_run_and_texts_only_in_its_results()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 30);
        var (run, _) = fixture.InvokeOnce();
        Assert.Equal(30, run.Collected);
        var results = Path.Combine(fixture.Run, "results");

        Assert.All(fixture.ResultLines(), line => Assert.DoesNotContain(LoopbackServer.Key, line.ToJsonString()));
        var others = Directory.GetFiles(fixture.Run, "*", SearchOption.AllDirectories).Where(file => Path.GetDirectoryName(file) != results).ToArray();
        Assert.NotEmpty(others);
        Assert.All(others, file => Assert.All(
            [LoopbackServer.Key, "had tea"], secret => Assert.DoesNotContain(secret, File.ReadAllText(file))));
    }

    [Fact]
    public async Task Files_of_a_folder_are_documents_each()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 0);
        var texts = Directory.CreateDirectory(Path.Combine(fixture.Folder, "texts")).FullName;
        File.WriteAllText(Path.Combine(texts, "a.txt"), "Anna had tea.");
        File.WriteAllText(Path.Combine(texts, "b.txt"), "Bo Ek had tea.");
        File.WriteAllText(Path.Combine(texts, "c.md"), "Nobody had tea.");
        File.WriteAllText(Path.Combine(texts, ".hidden.txt"), "Nobody sees this.");
        using var session = fixture.Session();

        var run = Assert.Single(session.Run($"Invoke-LanguageJobRun '{fixture.Run}' '{texts}', '{texts}/*.txt' {RunFixture.Task}").ThrowIfFailed().Of<LanguageJobRun>());

        Assert.Equal((0, 3), (run.ExitCode, run.Collected));
        Assert.Equal(["a.txt", "b.txt", "c.md"], fixture.CollectedIds().Order());
    }

    [Fact]
    public async Task Shards_are_worked_on_apart_and_make_one_run()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 100);

        var (first, _) = fixture.InvokeOnce("-Shard 0 -ShardCount 2");
        var (second, _) = fixture.InvokeOnce("-Shard 1 -ShardCount 2");

        Assert.Equal((0, 0, 100), (first.ExitCode, second.ExitCode, first.Collected + second.Collected));
        Assert.InRange(first.Collected, 1, 99);
        Assert.Equal(100, fixture.CollectedIds().Distinct().Count());
        using var session = fixture.Session();
        var whole = Assert.Single(session.Run($"Get-LanguageJobRun '{fixture.Run}'").ThrowIfFailed().Of<LanguageJobRun>());
        Assert.Equal((0, 2, 100, 0), (whole.ExitCode, whole.ShardCount, whole.Collected, whole.Pending));
        Assert.NotNull(whole.Ended);
    }

    [Fact]
    public async Task Two_connections_work_on_a_shard_each()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 100);
        await using var other = await RunFixture.StartAsync(documents: 0);
        using var session = new PowerShellSession();

        var run = Assert.Single(session.Run($$"""
            $connections = '{{fixture.Service.Endpoint}}', '{{other.Service.Endpoint}}' | ForEach-Object { Connect-LanguageService $_ {{LoopbackServer.Key}} -RequestsPerMinute 0 -PassThru }
            {{fixture.Invoke("-ShardCount 4 -Connection $connections")}}
            """).ThrowIfFailed().Of<LanguageJobRun>());

        Assert.Equal((0, 100, 4), (run.ExitCode, run.Collected, run.Shards.Length));
        Assert.Equal(100, fixture.Paid.Count + other.Paid.Count);
        Assert.All(fixture.Paid.Keys, id => Assert.Equal(0, DocumentKey.Shard(id, 4) % 2));
        Assert.All(other.Paid.Keys, id => Assert.Equal(1, DocumentKey.Shard(id, 4) % 2));
    }

    [Fact]
    public async Task Documents_without_results_are_refused_and_the_folder_says_why()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 30);
        File.AppendAllLines(fixture.Input, ["{\"id\":\"empty\",\"text\":\" \"}", "nonsense", $"{{\"id\":\"large\",\"text\":\"{new string('x', 125_001)}\"}}"]);
        fixture.Service.Control.Plan(new PlannedFailure { Document = "doc-3" });

        var (run, result) = fixture.InvokeOnce();

        Assert.Empty(result.Errors);
        Assert.Contains("4 documents are refused", Assert.Single(result.Warnings));
        Assert.Equal((3, 33, 29, 4), (run.ExitCode, run.Documents, run.Collected, run.Refused));
        var errors = fixture.ErrorLines().ToDictionary(line => (string)line["documentId"]!, line => (string)line["code"]!);
        Assert.Equal("EmptyDocument", errors["empty"]);
        Assert.Equal("InvalidDocument", errors["documents.jsonl:32"]);
        Assert.Equal("DocumentTooLarge", errors["large"]);
        Assert.Contains("doc-3", errors.Keys);
        Assert.Equal(4, errors.Count);
        // They stay refused.
        Assert.Equal((3, 4), (fixture.InvokeOnce().Run.ExitCode, fixture.ErrorLines().Count()));
    }

    [Fact]
    public async Task A_submission_without_an_answer_is_unsure_until_a_person_decides()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 60);
        fixture.Service.Control.Plan(new PlannedFault { Operation = JobOperation.Submit, Kind = FaultKinds.ConnectionCut, Taken = true });

        var (run, result) = fixture.InvokeOnce("-ThrottleLimit 1");

        Assert.Empty(result.Errors);
        Assert.Contains("25 documents are unsure", Assert.Single(result.Warnings));
        Assert.Equal((4, 35, 25, 0), (run.ExitCode, run.Collected, run.Unsure, run.Pending));
        Assert.Equal(4, fixture.InvokeOnce().Run.ExitCode);
        Assert.All(fixture.Paid.Values, times => Assert.Equal(1, times));

        var (asked, refusal) = fixture.InvokeOnce("-Resubmit Unsure");
        Assert.Equal("NobodyToAsk", refusal.SingleError().Id);
        Assert.Equal(25, asked.Unsure);

        var (sent, _) = fixture.InvokeOnce("-Resubmit Unsure -Force");
        Assert.Equal((0, 60, 0), (sent.ExitCode, sent.Collected, sent.Unsure));
        Assert.Equal(60, fixture.CollectedIds().Distinct().Count());
        Assert.Equal(25, fixture.Paid.Values.Count(times => times == 2));
    }

    [Fact]
    public async Task Jobs_that_the_service_no_longer_has_are_purged()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 30, jobDuration: TimeSpan.FromHours(1));
        using (var session = fixture.Session())
        using (var shell = session.Script(fixture.Invoke()))
        {
            var running = shell.BeginInvoke();
            await Eventually(() => fixture.Service.Counters.AcceptedSubmissions == 2 && fixture.Service.Counters.Gets > 0);
            shell.Stop();
        }
        fixture.Service.Control.AdvanceClock(TimeSpan.FromHours(26));

        var (run, result) = fixture.InvokeOnce();

        Assert.Contains("30 documents are purged", Assert.Single(result.Warnings));
        Assert.Equal((4, 30), (run.ExitCode, run.Purged));
        Assert.Equal(30, fixture.Paid.Count);
    }

    [Fact]
    public async Task A_run_that_is_stopped_goes_on_with_the_jobs_that_it_had_started()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 30, jobDuration: TimeSpan.FromHours(1));
        using (var session = fixture.Session())
        using (var shell = session.Script(fixture.Invoke()))
        {
            shell.BeginInvoke();
            await Eventually(() => fixture.Service.Counters.AcceptedSubmissions == 2 && fixture.Service.Counters.Gets > 0);
            shell.Stop();
        }
        using (var session = fixture.Session())
        {
            var pending = Assert.Single(session.Run($"Get-LanguageJobRun '{fixture.Run}'").Of<LanguageJobRun>());
            Assert.Equal((75, 30, null), (pending.ExitCode, pending.Pending, pending.Shards[0].Holder));
        }
        fixture.Service.Control.AdvanceClock(TimeSpan.FromHours(2));

        var (run, _) = fixture.InvokeOnce();

        Assert.Equal((0, 30), (run.ExitCode, run.Collected));
        Assert.All(fixture.Paid.Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task WhatIf_counts_and_sends_nothing_and_writes_nothing()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 30);
        File.AppendAllText(fixture.Input, $"{{\"id\":\"long\",\"text\":\"{new string('x', 2001)}\"}}\n");
        var host = new ScreenHost(200);
        using var session = new PowerShellSession(host);

        var run = Assert.Single(session.Run($"{fixture.Invoke("-WhatIf")} | ForEach-Object {{ $_ }}").ThrowIfFailed().Of<LanguageJobRun>());

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(host.Lines, line => line.Contains("31 documents in 2 requests (33 records of 1,000 characters)"));
        Assert.False(Directory.Exists(fixture.Run));
        Assert.Equal(0, fixture.Service.Counters.Requests);
    }

    [Fact]
    public async Task Another_plan_for_the_same_folder_is_refused_and_says_what_differs()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 5);
        fixture.InvokeOnce("-ShardCount 2");

        var (run, result) = fixture.InvokeOnce("-ShardCount 3 -Language de");

        var (record, id) = result.SingleError();
        Assert.Equal(("RunPlanDiffers", 64), (id, run.ExitCode));
        Assert.Contains("the number of shards was 2 and is 3 now", record.Exception.Message);
        Assert.Contains("the language was not given and is de now", record.Exception.Message);
    }

    [Fact]
    public async Task A_changed_input_is_refused_before_anything_is_sent()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 30);
        fixture.InvokeOnce("-Shard 0 -ShardCount 2");
        File.Delete(Path.Combine(fixture.Run, "done", "00000.json"));
        var paid = fixture.Paid.Values.Sum();
        var text = File.ReadAllText(fixture.Input);

        // The size stays, so the plan is the same.
        File.WriteAllText(fixture.Input, text.Replace("tea", "ice"));
        var (changed, result) = fixture.InvokeOnce("-Shard 0 -ShardCount 2");
        Assert.Equal(("InputChanged", 64), (result.SingleError().Id, changed.ExitCode));

        File.WriteAllText(fixture.Input, text + "{\"text\":\"one more\"}\n");
        var (longer, refusal) = fixture.InvokeOnce("-Shard 0 -ShardCount 2");
        Assert.Equal(("RunPlanDiffers", 64), (refusal.SingleError().Id, longer.ExitCode));
        Assert.Equal(paid, fixture.Paid.Values.Sum());
    }

    [Theory]
    [InlineData("-Shard 2 -ShardCount 2", "NoSuchShard")]
    [InlineData("-Language en -DisplayName x -Shard 1", "NoSuchShard")]
    public async Task A_shard_that_the_plan_does_not_have_is_an_error(string more, string expected)
    {
        await using var fixture = await RunFixture.StartAsync(documents: 1);

        var (run, result) = fixture.InvokeOnce(more);

        Assert.Equal((expected, 64), (result.SingleError().Id, run.ExitCode));
    }

    [Theory]
    [InlineData("Invoke-LanguageJobRun {run} {input} -Kind CustomEntityRecognition", "InvalidTask")]
    [InlineData("Invoke-LanguageJobRun {run} nothing-*.txt -Kind KeyPhraseExtraction", "PathNotFound")]
    [InlineData("Invoke-LanguageJobRun {run} nothing.txt -Kind KeyPhraseExtraction", "PathNotFound")]
    [InlineData("Invoke-LanguageJobRun env:run {input} -Kind KeyPhraseExtraction", "PathNotSupported")]
    [InlineData("Disconnect-LanguageService; Invoke-LanguageJobRun {run} {input} -Kind KeyPhraseExtraction", "NotConnected")]
    public async Task Wrong_arguments_give_a_run_too_with_exit_code_64(string script, string expected)
    {
        await using var fixture = await RunFixture.StartAsync(documents: 1);
        using var session = fixture.Session();

        var result = session.Run(script.Replace("{run}", $"'{fixture.Run}'").Replace("{input}", $"'{fixture.Input}'"));

        Assert.Null(result.Terminating);
        Assert.Equal((expected, 64), (result.SingleError().Id, Assert.Single(result.Of<LanguageJobRun>()).ExitCode));
        Assert.False(Directory.Exists(fixture.Run));
    }

    [Fact]
    public async Task The_run_comes_before_an_error_that_ends_the_script()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 1);
        using var session = fixture.Session();

        var result = session.Run($"$ErrorActionPreference = 'Stop'; {fixture.Invoke("-Shard 5")}");

        Assert.Equal(64, Assert.Single(result.Of<LanguageJobRun>()).ExitCode);
        Assert.NotNull(result.Terminating);
    }

    [Theory]
    [InlineData(401, 64, "Unauthorized")]
    [InlineData(404, 64, "ApiNotFound")]
    public async Task A_service_that_takes_nothing_ends_the_run_and_nothing_is_lost(int status, int exitCode, string expected)
    {
        await using var fixture = await RunFixture.StartAsync(documents: 60);
        fixture.Service.Control.Plan(new PlannedFault { Status = status, Count = 1000, Body = $$$"""{"error":{"code":"{{{status}}}","message":"no"}}""" });

        var (run, result) = fixture.InvokeOnce();

        Assert.Equal((expected, exitCode), (result.SingleError().Id, run.ExitCode));
        fixture.Service.Control.ClearFaults();
        Assert.Equal((0, 60), (fixture.InvokeOnce() is var (again, _) ? again.ExitCode : -1, fixture.CollectedIds().Distinct().Count()));
        Assert.All(fixture.Paid.Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task A_quota_that_is_used_up_is_a_reason_to_come_again()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 60);
        fixture.Service.Control.Plan(new PlannedFault
        {
            Operation = JobOperation.Submit,
            Status = 403,
            Count = 1000,
            Body = """{"error":{"code":"403","message":"Out of call volume quota for TextAnalytics F0 pricing tier."}}""",
        });

        var (run, result) = fixture.InvokeOnce();

        Assert.Equal(("QuotaExceeded", 75, 0), (result.SingleError().Id, run.ExitCode, (int)run.Unsure));
    }

    [Fact]
    public async Task A_task_that_the_service_refuses_each_time_is_not_the_documents_fault()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 500);
        fixture.Service.Control.Plan(new PlannedFault
        {
            Operation = JobOperation.Submit,
            Status = 400,
            Count = 1000,
            Body = """{"error":{"code":"InvalidRequest","message":"Invalid parameter in request"}}""",
        });

        var (run, result) = fixture.InvokeOnce("-ThrottleLimit 1");

        Assert.Equal(("RunRefused", 64), (result.SingleError().Id, run.ExitCode));
        Assert.InRange(fixture.Service.Counters.Posts, 3, 20);
    }

    [Fact]
    public async Task Jobs_at_an_endpoint_that_no_connection_leads_to_are_an_error()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 5, jobDuration: TimeSpan.FromHours(1));
        await using var other = await RunFixture.StartAsync(documents: 0);
        using (var session = fixture.Session())
        using (var shell = session.Script(fixture.Invoke()))
        {
            shell.BeginInvoke();
            await Eventually(() => fixture.Service.Counters.AcceptedSubmissions == 1 && fixture.Service.Counters.Gets > 0);
            shell.Stop();
        }
        using var elsewhere = other.Session();

        var result = elsewhere.Run(fixture.Invoke());

        var (record, id) = result.SingleError();
        Assert.Equal(("EndpointMissing", 64), (id, Assert.Single(result.Of<LanguageJobRun>()).ExitCode));
        Assert.Contains(fixture.Service.Endpoint.Authority, record.Exception.Message);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_exit_code_73()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 5);
        File.WriteAllText(fixture.Run, "a file where the folder should be");

        var (run, result) = fixture.InvokeOnce();

        Assert.Equal(("RunNotWritable", 73), (result.SingleError().Id, run.ExitCode));
        Assert.Equal(0, fixture.Service.Counters.Requests);
    }

    [Fact]
    public async Task The_documents_of_a_run_are_listed_with_what_became_of_them()
    {
        await using var fixture = await RunFixture.StartAsync(documents: 27);
        File.AppendAllLines(fixture.Input, ["{\"id\":\"empty\",\"text\":\"\"}"]);
        fixture.Service.Control.Plan(new PlannedFailure { Document = "doc-3", Code = "InvalidDocument" });
        fixture.InvokeOnce();
        using var session = fixture.Session();

        var documents = session.Run($"Get-LanguageJobRun '{fixture.Run}' -Detailed").ThrowIfFailed().Of<LanguageJobRunDocument>();

        Assert.Equal(28, documents.Length);
        Assert.Equal((LanguageRunState.Refused, "EmptyDocument", null), documents.Where(document => document.DocumentId == "empty").Select(document => (document.State, document.Code, document.JobId)).Single());
        Assert.Equal((LanguageRunState.Refused, "InvalidDocument", true), documents.Where(document => document.DocumentId == "doc-3").Select(document => (document.State, document.Code, document.JobId is not null)).Single());
        Assert.Equal(26, documents.Count(document => document.State == LanguageRunState.Collected));
    }

    [Fact]
    public void A_folder_without_a_plan_is_not_a_run()
    {
        using var folder = new TemporaryFile("");
        using var session = new PowerShellSession();

        Assert.Equal("RunNotFound", session.Run($"Get-LanguageJobRun '{folder.Folder}'").SingleError().Id);
    }

    private static async Task Eventually(Func<bool> condition)
    {
        for (var tries = 0; !condition(); tries++)
        {
            Assert.True(tries < 1200, "It did not happen within a minute.");
            await Task.Delay(50);
        }
    }
}
