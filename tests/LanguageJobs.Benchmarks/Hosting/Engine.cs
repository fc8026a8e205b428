using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace LanguageJobs.Benchmarks.Hosting;

/// <summary>A runspace of the real PowerShell engine, in this process.</summary>
public sealed class Engine : IDisposable
{
    private readonly Runspace runspace;

    public Engine()
    {
        runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
    }

    /// <summary>An engine with the staged module in it.</summary>
    public static Engine WithModule()
    {
        var engine = new Engine();
        engine.Run($"Import-Module '{Repository.StagedModule}'");
        return engine;
    }

    public object? this[string variable]
    {
        get => runspace.SessionStateProxy.GetVariable(variable);
        set => runspace.SessionStateProxy.SetVariable(variable, value);
    }

    /// <summary>Runs a script, which must go well, and says how long it took.</summary>
    public TimeSpan Run(string script)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript($"$ErrorActionPreference = 'Stop'; {script}");
        var started = Stopwatch.GetTimestamp();
        shell.Invoke();
        return Stopwatch.GetElapsedTime(started);
    }

    public void Dispose() => runspace.Dispose();
}
