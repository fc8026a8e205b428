using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Runs;

/// <summary>Workers that are killed, run out of disk, meet one another or wake up late: processes of their own, as an engine has them.</summary>
public class KilledWorkerTests
{
    // LANGUAGEJOBS_KILLS and LANGUAGEJOBS_KILL_DOCUMENTS make it as long as one likes.
    private static readonly int Kills = Setting("LANGUAGEJOBS_KILLS", 10);
    private static readonly int Documents = Setting("LANGUAGEJOBS_KILL_DOCUMENTS", 4_000);

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    public async Task However_often_a_worker_is_killed_each_document_is_collected_once_or_unsure_and_paid_for_as_the_journal_says(double faults)
    {
        await using var fixture = await RunFixture.StartAsync(
            Documents, new FaultOptions { Rate = faults, Slowness = TimeSpan.FromMilliseconds(200) }, TimeSpan.FromSeconds(1));
        var random = new Random(17);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var worker = new WorkerProcess(fixture, "-ThrottleLimit 8");
            await Task.Delay(random.Next(1_000, 6_000));
            if (worker.HasExited)
                break;
            worker.Kill();
            await worker.WaitForExitAsync();
        }

        // Under faults a worker may have to come again.
        int code;
        var output = "";
        var comeAgain = 0;
        do
        {
            using var last = new WorkerProcess(fixture);
            code = await last.WaitForExitAsync();
            output = await last.Output;
        }
        while (code == 75 && comeAgain++ < 10);

        Assert.True(code is 0 or 4, $"{code}: {output}");
        using var session = fixture.Session();
        var documents = session.Run($"Get-LanguageJobRun '{fixture.Run}' -Detailed").ThrowIfFailed().Of<LanguageJobRunDocument>();
        Assert.Equal(Documents, documents.Select(document => document.DocumentId).Distinct().Count());
        Assert.Equal(Documents, documents.Length);
        var collected = fixture.CollectedIds();
        Assert.Equal(documents.Where(document => document.State == LanguageRunState.Collected).Select(document => document.DocumentId).Order(), collected.Order());
        foreach (var document in documents)
        {
            var paid = fixture.Paid.GetValueOrDefault(document.DocumentId);
            Assert.True(document.State == LanguageRunState.Collected ? paid == 1 : document.State == LanguageRunState.Unsure && paid <= 1,
                $"{document} was paid for {paid} times");
        }
    }

    [Fact]
    public async Task A_worker_that_is_asked_to_end_leaves_a_run_that_goes_on()
    {
        await using var fixture = await RunFixture.StartAsync(500, jobDuration: TimeSpan.FromSeconds(2));
        using (var worker = new WorkerProcess(fixture, "-ThrottleLimit 4"))
        {
            await Eventually(() => fixture.Service.Counters.AcceptedSubmissions > 2, worker);
            worker.Signal("TERM");
            Assert.Equal(143, await worker.WaitForExitAsync());
        }

        var (run, _) = fixture.InvokeOnce();

        Assert.True(run.ExitCode is 0 or 4);
        Assert.Equal(500, run.Collected + run.Unsure);
        Assert.Equal(run.Collected, fixture.CollectedIds().Distinct().Count());
        Assert.All(fixture.Paid.Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task A_second_worker_of_a_shard_is_told_who_has_it_and_comes_again()
    {
        await using var fixture = await RunFixture.StartAsync(50, jobDuration: TimeSpan.FromHours(1));
        using var first = new WorkerProcess(fixture);
        await Eventually(() => fixture.Service.Counters.AcceptedSubmissions == 2, first);

        var (run, result) = fixture.InvokeOnce();

        var (record, id) = result.SingleError();
        Assert.Equal(("ShardInUse", 75), (id, run.ExitCode));
        Assert.Contains($"{Environment.MachineName}:{first.Id}", record.Exception.Message);
        Assert.Equal(50, run.Pending);
    }

    [Fact]
    public async Task A_worker_that_wakes_up_after_another_took_its_shard_stops_without_a_word_to_the_service()
    {
        await using var fixture = await RunFixture.StartAsync(500, jobDuration: TimeSpan.FromSeconds(2));
        using var zombie = new WorkerProcess(fixture, "-ThrottleLimit 2");
        await Eventually(() => fixture.Service.Counters.AcceptedSubmissions > 2, zombie);
        zombie.Signal("STOP");
        // As on a file system that frees the locks of a machine it does not hear from.
        File.Delete(Path.Combine(fixture.Run, "shards", "00000.lock"));

        var (run, result) = fixture.InvokeOnce();
        result.ThrowIfFailed();
        var requests = fixture.Service.Counters.Posts;
        zombie.Signal("CONT");

        Assert.Equal(75, await zombie.WaitForExitAsync());
        Assert.Contains("taken over by another process", await zombie.Output);
        Assert.Equal(requests, fixture.Service.Counters.Posts);
        Assert.Equal(500, run.Collected + run.Unsure);
        Assert.Equal(run.Collected, fixture.CollectedIds().Length);
        Assert.All(fixture.Paid.Values, times => Assert.Equal(1, times));
    }

    // A line with 25 documents has about 1 kilobyte; one with a job has 300 bytes.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_full_disk_ends_a_worker_and_the_run_goes_on_when_there_is_room(int kilobytes)
    {
        await using var fixture = await RunFixture.StartAsync(300, jobDuration: TimeSpan.FromSeconds(1));
        using (var worker = new WorkerProcess(fixture, "-ThrottleLimit 1", kilobytes))
        {
            Assert.Equal(73, await worker.WaitForExitAsync());
            Assert.Contains("cannot be written", await worker.Output);
        }
        var before = fixture.Service.Counters.AcceptedSubmissions;

        var (run, _) = fixture.InvokeOnce();

        Assert.True(run.ExitCode is 0 or 4);
        Assert.Equal(300, run.Collected + run.Unsure);
        Assert.InRange(before, 0, 5);
        Assert.Equal(run.Collected, fixture.CollectedIds().Distinct().Count());
        Assert.All(fixture.Paid.Values, times => Assert.Equal(1, times));
    }

    private static async Task Eventually(Func<bool> condition, WorkerProcess worker)
    {
        for (var tries = 0; !condition(); tries++)
        {
            Assert.False(worker.HasExited, worker.HasExited ? await worker.Output : "");
            Assert.True(tries < 1200, "It did not happen within a minute.");
            await Task.Delay(50);
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;
}
