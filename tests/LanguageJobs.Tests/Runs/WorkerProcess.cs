using System.Diagnostics;
using System.Globalization;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Runs;

/// <summary>A worker as an engine starts it: a process of its own, which may be killed.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly TemporaryFile script;
    private readonly Process process;

    /// <param name="fixture">The run.</param>
    /// <param name="more">More parameters of the command.</param>
    /// <param name="largestFile">The most kilobytes that it may write to one file; what is more meets a full disk. Null for no limit.</param>
    public WorkerProcess(RunFixture fixture, string more = "", int? largestFile = null)
        : this(
            $"$connection = Connect-LanguageService {fixture.Service.Endpoint} {LoopbackServer.Key} -RequestsPerMinute 0 -PassThru\n"
            + $"$run = {fixture.Invoke(more)} -Connection $connection\nexit $run.ExitCode\n", largestFile)
    {
    }

    /// <param name="commands">The script that it runs.</param>
    /// <param name="largestFile">The most kilobytes that it may write to one file; what is more meets a full disk. Null for no limit.</param>
    public WorkerProcess(string commands, int? largestFile = null)
    {
        script = new TemporaryFile(commands, "worker.ps1");
        string[] command = ["dotnet", Repository.Sandbox, "--no-service", "--script", script.Path];
        // A process that has no room writes as much as fits, as on a full disk. Compiled code is not written to files here.
        if (largestFile is { } kilobytes)
            command = ["bash", "-c", $"trap '' XFSZ; ulimit -f {kilobytes.ToString(CultureInfo.InvariantCulture)}; export DOTNET_EnableWriteXorExecute=0; exec \"$@\"", "bash", .. command];
        process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Output = ReadAsync();
    }

    /// <summary>All that it wrote.</summary>
    public Task<string> Output { get; }

    public bool HasExited => process.HasExited;

    public int Id => process.Id;

    public void Kill() => process.Kill();

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async Task<int> WaitForExitAsync()
    {
        using var late = new CancellationTokenSource(Longest);
        await process.WaitForExitAsync(late.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
        script.Dispose();
    }

    private async Task<string> ReadAsync()
    {
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        return await output + await errors;
    }
}
