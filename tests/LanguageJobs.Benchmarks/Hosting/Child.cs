using System.Diagnostics;
using System.Globalization;

namespace LanguageJobs.Benchmarks.Hosting;

/// <summary>
/// A process of its own for one measurement, so that nothing is warm and its memory is its own. What it measured is the last line that it
/// prints: numbers with spaces between.
/// </summary>
public static class Child
{
    /// <summary>True when a program can be started by its name.</summary>
    public static bool Exists(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));

    /// <summary>Runs one of this program's own parts: <see cref="Sections.Section.InChild"/>.</summary>
    public static double[] Measure(string name, params object[] arguments) =>
        Run(Environment.ProcessPath!, [.. Host(), "--child", name, .. arguments.Select(Text)]);

    public static double[] Pwsh(string script) => Run("pwsh", ["-NoProfile", "-NonInteractive", "-Command", script]);

    public static double[] Run(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        return lines is [.., var last] ? [.. last.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))] : [];
    }

    /// <summary>Starts one of this program's own that runs until its input closes.</summary>
    public static Process Start(string name, params object[] arguments) =>
        Start(Environment.ProcessPath!, [.. Host(), "--child", name, .. arguments.Select(Text)]);

    private static Process Start(string program, string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    // Under "dotnet program.dll" the process is dotnet, and the program has to be named.
    private static string[] Host() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Child).Assembly.Location] : [];

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
