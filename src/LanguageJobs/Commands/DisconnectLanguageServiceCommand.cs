using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace LanguageJobs.Commands;

/// <summary>Closes connections and forgets their credentials. Requests that are under way end with an error.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "LanguageService", HelpUri = HelpPages.DisconnectLanguageService)]
public sealed class DisconnectLanguageServiceCommand : PSCmdlet
{
    /// <summary>The connections to close; without it the runspace's default, where there is one.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public LanguageConnection[]? Connection { get; set; }

    /// <summary>Closes the connections.</summary>
    protected override void ProcessRecord()
    {
        var runspace = RunspaceConnection.Of(Runspace.DefaultRunspace);
        LanguageConnection[] connections = Connection ?? (runspace.Default is { } connection ? [connection] : []);
        foreach (var closed in connections)
            runspace.Close(closed);
    }
}
