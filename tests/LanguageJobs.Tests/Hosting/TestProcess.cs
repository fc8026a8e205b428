using System.Runtime.CompilerServices;

namespace LanguageJobs.Tests.Hosting;

/// <summary>What the process of the tests must not take over from the one that started it.</summary>
internal static class TestProcess
{
    /// <summary>A pwsh that runs the tests would lend its modules to the hosted engine, which has others.</summary>
    [ModuleInitializer]
    internal static void ForgetModulePath() => Environment.SetEnvironmentVariable("PSModulePath", null);
}
