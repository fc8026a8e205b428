using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace LanguageJobs.Commands;

/// <summary>Emits the connection that commands of this runspace use by default; nothing when there is none.</summary>
[Cmdlet(VerbsCommon.Get, "LanguageConnection", HelpUri = HelpPages.GetLanguageConnection)]
[OutputType(typeof(LanguageConnection))]
public sealed class GetLanguageConnectionCommand : PSCmdlet
{
    /// <summary>Emits the connection.</summary>
    protected override void EndProcessing()
    {
        try
        {
            if (RunspaceConnection.Of(Runspace.DefaultRunspace).Find() is { } connection)
                WriteObject(connection);
        }
        catch (FormatException e)
        {
            ThrowTerminatingError(ErrorRecords.NoConnection(e));
        }
    }
}
