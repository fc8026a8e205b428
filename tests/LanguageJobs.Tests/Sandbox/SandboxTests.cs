using System.Diagnostics;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Sandbox;

/// <summary>The sandbox as a newcomer meets it: a program that is run, and what it prints.</summary>
public class SandboxTests
{
    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Repository.Sandbox, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ReplaceLineEndings("\n"));
    }

    private static async Task<(int ExitCode, string Output)> RunScriptAsync(string script, params string[] arguments)
    {
        using var file = new TemporaryFile(script, "script.ps1");
        return await RunAsync(["--script", file.Path, .. arguments]);
    }

    [Fact]
    public async Task The_first_job_shows_what_the_readme_shows()
    {
        var (exitCode, output) = await RunAsync();

        Assert.Equal(0, exitCode);
        var readme = File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n");
        Assert.Contains($"```console\n{WithoutTrailingSpace(output)}\n```", readme);
    }

    [Theory]
    [InlineData("exit 3", 3)]
    [InlineData("'fine'", 0)]
    [InlineData("throw 'no'", 1)]
    [InlineData("Get-LanguageJob unknown-job; 'after'", 0)]
    [InlineData("$ErrorActionPreference = 'Stop'; Get-LanguageJob unknown-job", 1)]
    public async Task A_scripts_exit_code_is_the_sandboxs(string script, int expected) =>
        Assert.Equal(expected, (await RunScriptAsync(script)).ExitCode);

    [Fact]
    public async Task A_script_finds_the_service_in_its_environment_and_its_arguments()
    {
        var (_, output) = await RunScriptAsync("param($Id) (Get-LanguageJob $Id).DisplayName", "2f9a6f0e-7c41-4d0b-9a55-1d3c8e6b4a10");

        Assert.Contains("Agreements of the first half-year", output);
    }

    [Fact]
    public async Task The_sample_report_is_one_command_that_the_readme_names()
    {
        using var folder = new TemporaryFile("", "report.html");

        var (exitCode, output) = await RunAsync("--script", Repository.PathOf("examples/report.ps1"), folder.Path);

        Assert.Equal(0, exitCode);
        Assert.Contains("report.html", output);
        var page = File.ReadAllText(folder.Path);
        Assert.Contains("<title>Agreements, test set</title>", page);
        Assert.Contains("the first 50 of 57 documents", page);
        Assert.Contains("Micro average", page);
        Assert.Contains(
            "dotnet run --project src/LanguageJobs.Sandbox -- --script examples/report.ps1", File.ReadAllText(Repository.PathOf("README.md")));
    }

    private static string WithoutTrailingSpace(string text) => string.Join('\n', text.Trim().Split('\n').Select(line => line.TrimEnd()));
}
