using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace LanguageJobs.Sandbox;

/// <summary>A session of the real engine, with the staged module in it, that shows what a prompt would show.</summary>
internal sealed class SandboxSession : IDisposable
{
    private readonly SandboxHost host = new();
    private readonly Runspace runspace;
    private PowerShell? running;

    public SandboxSession()
    {
        runspace = RunspaceFactory.CreateRunspace(host, InitialSessionState.CreateDefault2());
        runspace.Open();
        Runspace.DefaultRunspace = runspace;
        Console.CancelKeyPress += StopRunning;
        Run($"Import-Module '{Locations.StagedModule.Replace("'", "''")}' -ErrorAction Stop");
    }

    /// <summary>Runs a script as <c>pwsh -File</c> does. The exit code is the script's own, or 1 where it broke off.</summary>
    public int RunFile(string path, string[] arguments)
    {
        var succeeded = Run(shell =>
        {
            shell.AddCommand(path);
            foreach (var argument in arguments)
                shell.AddArgument(argument);
        });
        return succeeded ? runspace.SessionStateProxy.GetVariable("LASTEXITCODE") as int? ?? 0 : 1;
    }

    /// <summary>Runs a script statement by statement and shows each before what it gives, as in a session at a prompt.</summary>
    public int RunTranscript(string path)
    {
        var script = Parser.ParseFile(path, out _, out var errors);
        if (errors.Length > 0)
            throw new ParseException(errors);
        var written = 0;
        foreach (var statement in script.EndBlock.Statements)
        {
            // The comments before a statement belong to it.
            Show("PS> ", script.Extent.Text[written..statement.Extent.StartOffset].Trim());
            Show(">> ", statement.Extent.Text);
            written = statement.Extent.EndOffset;
            if (!Run(statement.Extent.Text))
                return 1;
        }
        return host.ExitCode ?? 0;
    }

    /// <summary>Reads and runs commands until <c>exit</c> or the end of input.</summary>
    public int Prompt()
    {
        while (host.ExitCode is null && Read() is { } command)
            Run(command);
        return host.ExitCode ?? 0;
    }

    public void Dispose()
    {
        Console.CancelKeyPress -= StopRunning;
        runspace.Dispose();
    }

    private static void Show(string continuation, string text)
    {
        if (text.Length > 0)
            Console.WriteLine("PS> " + text.ReplaceLineEndings("\n" + continuation));
    }

    private static string? Read()
    {
        Console.Write("PS> ");
        var command = Console.ReadLine();
        while (command is not null && IsIncomplete(command))
        {
            Console.Write(">> ");
            command = Console.ReadLine() is { } more ? $"{command}\n{more}" : null;
        }
        return command;
    }

    private static bool IsIncomplete(string command)
    {
        Parser.ParseInput(command, out _, out var errors);
        return errors.Any(error => error.IncompleteInput);
    }

    private bool Run(string script) => Run(shell => shell.AddScript(script, useLocalScope: false));

    private bool Run(Action<PowerShell> add)
    {
        using var shell = PowerShell.Create();
        shell.Runspace = runspace;
        add(shell);
        // Errors stand in the output where they happened, as at a prompt.
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        running = shell;
        try
        {
            shell.Invoke();
            return true;
        }
        catch (PipelineStoppedException)
        {
            return false;
        }
        catch (RuntimeException e)
        {
            Show(e.ErrorRecord);
            return false;
        }
        finally
        {
            running = null;
        }
    }

    private void Show(ErrorRecord error)
    {
        using var shell = PowerShell.Create();
        shell.Runspace = runspace;
        shell.AddCommand("Out-Default").AddParameter("InputObject", error).Invoke();
    }

    private void StopRunning(object? sender, ConsoleCancelEventArgs e)
    {
        e.Cancel = true;
        running?.BeginStop(null, null);
    }
}
