using System.Runtime.InteropServices;

namespace LanguageJobs.Service;

/// <summary>Windows PowerShell's runtime, some of whose defaults and habits need help.</summary>
internal static class NetFramework
{
    public static readonly bool IsRunning = RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);
}
