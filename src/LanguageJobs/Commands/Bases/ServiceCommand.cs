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

    /// <summary>The connection to use; by default the runspace's, or else the one from the environment variables.</summary>
    [Parameter]
    [ValidateNotNull]
    public LanguageConnection? Connection { get; set; }

    /// <summary>The client, made when the first request is due: objects that hold their results need no connection.</summary>
    private protected JobClient Client => client ??= new JobClient(RequireConnection(), Log);

    /// <summary>The connection that requests would use; null when there is none.</summary>
    private protected LanguageConnection? FindConnection()
    {
        try
        {
            return Connection ?? RunspaceConnection.Of(Runspace.DefaultRunspace).Find();
        }
        catch (FormatException e)
        {
            ThrowTerminatingError(ErrorRecords.NoConnection(e));
            throw;
        }
    }

    /// <summary>The reason why the command's requests are waiting; null when they are not.</summary>
    private protected string? Holdup => client?.Holdup;

    /// <summary>A failure is one error, or ends the command if nothing else can succeed.</summary>
    private protected void Report(Exception failure, object source)
    {
        var record = ErrorRecords.Of(failure, source);
        if (ErrorRecords.IsFatal(failure))
            ThrowTerminatingError(record);
        WriteError(record);
    }

    private LanguageConnection RequireConnection()
    {
        if (FindConnection() is { } connection)
            return connection;
        var missing = new NotConnectedException();
        ThrowTerminatingError(ErrorRecords.NoConnection(missing));
        throw missing;
    }
}
