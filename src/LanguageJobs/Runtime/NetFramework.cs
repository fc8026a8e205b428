using System.Runtime.InteropServices;

namespace LanguageJobs;

/// <summary>Workarounds for .NET Framework, the runtime of Windows PowerShell.</summary>
internal static class NetFramework
{
    public static readonly bool IsRunning = RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);
}
