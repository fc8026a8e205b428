using System.Text.RegularExpressions;
using LanguageJobs.Storage;
using LanguageJobs.Tests.Emulator;
using LanguageJobs.Tests.Hosting;
using LanguageJobs.Tests.Runs;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Storage.History;

/// <summary>A process that has no room for its history.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private int answered;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_full_disk_costs_one_warning_and_no_job()
    {
        if (OperatingSystem.IsWindows())
            return;
        var history = Path.Combine(folder.Path, "history");
        await using var server = await LoopbackServer.StartAsync(AcceptAsync);
        using var worker = new WorkerProcess(
            $"""
            $env:{HistoryFolder.Variable} = '{history}'
            $connection = Connect-LanguageService {server.Endpoint} {LoopbackServer.Key} -ApiVersion 2025-11-01 -RequestsPerMinute 0 -PassThru
            foreach ($n in 1..20) {"{"}
                $null = 'text' | Start-LanguageJob -Kind KeyPhraseExtraction -DisplayName nightly -Connection $connection
            {"}"}
            """, largestFile: 1);

        Assert.Equal(0, await worker.WaitForExitAsync());

        Assert.Equal(20, answered);
        Assert.Single(Regex.Matches(await worker.Output, "cannot be written to"));
        var jobs = new HistoryReader(new HistoryFiles(history)).NewestFirst().ToArray();
        Assert.NotEmpty(jobs);
        Assert.All(jobs, job => Assert.Equal("nightly", job.DisplayName));
    }

    private Task AcceptAsync(HttpContext context)
    {
        context.Response.StatusCode = 202;
        context.Response.Headers["operation-location"] =
            $"http://{context.Request.Host}{context.Request.Path}/job-{Interlocked.Increment(ref answered)}{context.Request.QueryString}";
        return Task.CompletedTask;
    }
}
