using System.Diagnostics;

namespace LanguageJobs.Sandbox;

/// <summary>A <c>pwsh</c> that is installed on this machine.</summary>
internal sealed class PowerShellShell
{
    private readonly string path;

    private PowerShellShell(string path) => this.path = path;

    public static PowerShellShell? Find()
    {
        var name = OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } path ? new PowerShellShell(path) : null;
    }

    /// <summary>Hands the terminal over until the user leaves.</summary>
    public async Task<int> RunAsync()
    {
        var module = Locations.StagedModule.Replace("'", "''");
        using var process = Process.Start(path, ["-NoLogo", "-NoExit", "-Command", $"Import-Module '{module}'"]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
