using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>Gets the classes of jobs, one row for each class of a document, in the service's order.</summary>
[Cmdlet(VerbsCommon.Get, "LanguageJobClass", HelpUri = HelpPages.GetLanguageJobClass)]
[OutputType(typeof(LanguageClass))]
public sealed class GetLanguageJobClassCommand : CategoryRowCommand
{
    private protected override void EmitRows(LanguageDocument document)
    {
        foreach (var row in document.Classes)
        {
            if (Passes(row))
                WriteObject(row);
        }
    }
}
