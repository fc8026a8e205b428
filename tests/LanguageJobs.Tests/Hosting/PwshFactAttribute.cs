using System.Diagnostics;

namespace LanguageJobs.Tests.Hosting;

/// <summary>A test that needs an installed pwsh, and says so where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PwshFactAttribute : FactAttribute
{
    private static readonly string? Pwsh = Find();

    public PwshFactAttribute()
    {
        if (Pwsh is null)
            Skip = "pwsh is not installed";
    }

    /// <summary>Runs a script in a new pwsh and returns what it wrote.</summary>
    public static async Task<string> RunAsync(string folder, string script)
    {
        var file = Path.Combine(folder, "script.ps1");
        await File.WriteAllTextAsync(file, script);
        var start = new ProcessStartInfo(Pwsh!, ["-NoProfile", "-NonInteractive", "-File", file])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"pwsh ended with {process.ExitCode}: {output}{await errors}");
        return output;
    }

    private static string? Find()
    {
        var name = OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
