using System.Globalization;
using System.Runtime.InteropServices;
using LanguageJobs.Benchmarks.Hosting;

namespace LanguageJobs.Benchmarks.Report;

/// <summary>On what the numbers were measured.</summary>
public static class Machine
{
    public static string Describe()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var shell = Child.Exists("pwsh") ? "pwsh present" : "no pwsh";
        return string.Create(CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd}, {Processor()}, {Environment.ProcessorCount} cores, {memory / 1e9:0} GB, {RuntimeInformation.OSDescription.Split('#')[0].Trim()}, {RuntimeInformation.FrameworkDescription}, {shell}{Load()}.\n");
    }

    // How many others want the cores; a number that is larger than the cores explains much.
    private static string Load()
    {
        const string LoadAverage = "/proc/loadavg";
        return File.Exists(LoadAverage) ? $", load average {string.Join(' ', File.ReadAllText(LoadAverage).Split(' ')[..3])}" : "";
    }

    private static string Processor()
    {
        const string CpuInfo = "/proc/cpuinfo";
        var line = File.Exists(CpuInfo) ? File.ReadLines(CpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
