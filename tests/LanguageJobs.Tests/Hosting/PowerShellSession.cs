using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace LanguageJobs.Tests.Hosting;

/// <summary>A runspace of the real engine with the staged module in it, as a user has it.</summary>
public sealed class PowerShellSession : IDisposable
{
    private readonly Runspace runspace;

    public PowerShellSession(PSHost? host = null, string? formatFile = null)
    {
        var state = InitialSessionState.CreateDefault2();
        if (formatFile is not null)
            state.Formats.Add(new SessionStateFormatEntry(formatFile));
        runspace = host is null ? RunspaceFactory.CreateRunspace(state) : RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        Run($"Import-Module '{Repository.StagedModule}' -ErrorAction Stop").ThrowIfFailed();
    }

    /// <summary>A session that is connected to a server with a key and few retries.</summary>
    public static PowerShellSession ConnectedTo(Uri endpoint, string options = "-MaximumRetryCount 1")
    {
        var session = new PowerShellSession();
        session.Run($"Connect-LanguageService {endpoint} '{LoopbackServer.Key}' {options}").ThrowIfFailed();
        return session;
    }

    public Runspace Runspace => runspace;

    /// <summary>Sets a variable of the session.</summary>
    public PowerShellSession With(string name, object? value)
    {
        runspace.SessionStateProxy.SetVariable(name, value);
        return this;
    }

    public PowerShell Script(string script)
    {
        var shell = PowerShell.Create();
        shell.Runspace = runspace;
        return shell.AddScript(script);
    }

    /// <summary>Runs a script to its end and keeps what came out of every stream.</summary>
    public RunResult Run(string script, params object[] input)
    {
        // Script properties and some converters of the engine look for the thread's runspace.
        Runspace.DefaultRunspace = runspace;
        using var shell = Script(script);
        var output = new PSDataCollection<PSObject>();
        ErrorRecord? terminating = null;
        try
        {
            shell.Invoke((IEnumerable)input, output);
        }
        catch (RuntimeException e)
        {
            terminating = e.ErrorRecord;
        }
        return new RunResult(
            [.. output],
            [.. shell.Streams.Error],
            terminating,
            [.. shell.Streams.Verbose.Select(record => record.Message)],
            [.. shell.Streams.Warning.Select(record => record.Message)],
            [.. shell.Streams.Debug.Select(record => record.Message)],
            [.. shell.Streams.Progress]);
    }

    public void Dispose() => runspace.Dispose();
}
