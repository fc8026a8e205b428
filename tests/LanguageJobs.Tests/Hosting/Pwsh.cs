using System.Diagnostics;

namespace LanguageJobs.Tests.Hosting;

/// <summary>The pwsh of this machine, where there is one.</summary>
public static class Pwsh
{
    /// <summary>Where it is; null where it is not installed.</summary>
    public static string? Path { get; } = Find();

    /// <summary>Runs a script file in a new process, unattended.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunFileAsync(string folder, string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path!, ["-NoProfile", "-NonInteractive", "-File", file, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }

    /// <summary>Runs a script in a new process and returns what it wrote.</summary>
    public static async Task<string> RunAsync(string folder, string script)
    {
        var file = System.IO.Path.Combine(folder, "script.ps1");
        await File.WriteAllTextAsync(file, script);
        var (exitCode, output, errors) = await RunFileAsync(folder, file);
        Assert.True(exitCode == 0, $"pwsh ended with {exitCode}: {output}{errors}");
        return output;
    }

    private static string? Find()
    {
        var name = OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => System.IO.Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
