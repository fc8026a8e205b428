using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>
/// Gets the documents of jobs, one for each task and document. Filters on category and confidence keep the documents that
/// have at least one class or entity that passes.
/// </summary>
[Cmdlet(VerbsCommon.Get, "LanguageJobDocument", HelpUri = HelpPages.GetLanguageJobDocument)]
[OutputType(typeof(LanguageDocument))]
public sealed class GetLanguageJobDocumentCommand : CategoryRowCommand
{
    private protected override void EmitRows(LanguageDocument document)
    {
        if (!IsFiltered || Array.Exists(document.Classes, Passes) || Array.Exists(document.Entities, Passes))
            WriteObject(document);
    }
}
