using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>Gets the errors that the service reports inside jobs: for the job, its tasks and its documents.</summary>
[Cmdlet(VerbsCommon.Get, "LanguageJobError", HelpUri = HelpPages.GetLanguageJobError)]
[OutputType(typeof(LanguageJobError))]
public sealed class GetLanguageJobErrorCommand : JobRowCommand
{
    private protected override void EmitRows(LanguageDocument document)
    {
    }

    private protected override void EmitError(LanguageJobError error) => WriteObject(error);
}
