using System.Management.Automation;
using System.Management.Automation.Runspaces;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>A command that calls the service.</summary>
public abstract class ServiceCommand : LanguageCommand
{
    private JobClient? client;

    internal ServiceCommand()
    {
    }

    /// <summary>The connection to use; without it the runspace's default, then the one that the environment describes.</summary>
    [Parameter]
    [ValidateNotNull]
    public LanguageConnection? Connection { get; set; }

    /// <summary>The client, made when the first request is due: objects that hold their results need no connection.</summary>
    private protected JobClient Client => client ??= new JobClient(Connection ?? DefaultConnection(), Log);

    /// <summary>What holds the command's requests up; null when nothing does.</summary>
    private protected string? Holdup => client?.Holdup;

    /// <summary>One failure is one error; one that nothing else can survive ends the command.</summary>
    private protected void Report(Exception failure, object source)
    {
        var record = ErrorRecords.Of(failure, source);
        if (ErrorRecords.IsFatal(failure))
            ThrowTerminatingError(record);
        WriteError(record);
    }

    private LanguageConnection DefaultConnection()
    {
        try
        {
            return RunspaceConnection.Of(Runspace.DefaultRunspace).Find() ?? throw new NotConnectedException();
        }
        catch (Exception e) when (e is NotConnectedException or FormatException)
        {
            ThrowTerminatingError(ErrorRecords.NoConnection(e));
            throw;
        }
    }
}
