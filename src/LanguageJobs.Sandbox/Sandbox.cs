using System.Security.Cryptography;
using LanguageJobs.Emulator;

namespace LanguageJobs.Sandbox;

/// <summary>Starts the emulator, opens a PowerShell session with the module in it, and runs a script there.</summary>
internal static class Sandbox
{
    /// <summary>Runs a script against a service that is somewhere else.</summary>
    public static int RunScript(FileInfo script, string[] arguments)
    {
        using var session = new SandboxSession();
        return session.RunFile(script.FullName, arguments);
    }

    public static async Task<int> RunAsync(FileInfo? script, string[] arguments)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        if (!Directory.Exists(Locations.Example("projects/agreements/.models")))
            Console.Error.WriteLine("The local service learns its sample projects; the next start will be faster.");
        await using var emulator = await LanguageEmulator.StartAsync(new EmulatorOptions
        {
            Key = key,
            JobsFolder = Locations.Example("jobs"),
            ProjectsFolder = Locations.Example("projects"),
        });

        // What a runbook has: the environment tells it where the service is. Parallel runspaces and pwsh inherit it.
        Environment.SetEnvironmentVariable("LANGUAGE_ENDPOINT", emulator.Endpoint.ToString());
        Environment.SetEnvironmentVariable("LANGUAGE_KEY", key);
        // The jobs are gone afterwards: they have no place in the user's own history.
        var history = Directory.CreateTempSubdirectory("languagejobs-sandbox-");
        Environment.SetEnvironmentVariable("LANGUAGEJOBS_HISTORY", history.FullName);

        using var session = new SandboxSession();
        // The module writes its last lines when the process ends, and is loaded by now.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => history.Delete(recursive: true);
        if (script is not null)
            return session.RunFile(script.FullName, arguments);

        var code = session.RunTranscript(Locations.Example("first-job.ps1"));
        if (code != 0 || Console.IsInputRedirected || Console.IsOutputRedirected)
            return code;
        Console.WriteLine($"The service listens at {emulator.Endpoint}; its saved jobs are listed in examples/jobs/README.md. Type exit to leave.");
        return PowerShellShell.Find() is { } pwsh ? await pwsh.RunAsync() : session.Prompt();
    }
}
