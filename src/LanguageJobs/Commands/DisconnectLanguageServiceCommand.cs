using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace LanguageJobs.Commands;

/// <summary>Closes the runspace's default connection and forgets its credential.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "LanguageService")]
public sealed class DisconnectLanguageServiceCommand : PSCmdlet
{
    /// <summary>Closes the connection, where there is one.</summary>
    protected override void EndProcessing()
    {
        var runspace = RunspaceConnection.Of(Runspace.DefaultRunspace);
        runspace.Default?.Dispose();
        runspace.Default = null;
    }
}
