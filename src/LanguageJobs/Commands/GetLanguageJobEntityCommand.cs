using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>Gets the entities of jobs, one row an entity, in the service's order.</summary>
[Cmdlet(VerbsCommon.Get, "LanguageJobEntity", HelpUri = HelpPages.GetLanguageJobEntity)]
[OutputType(typeof(LanguageEntity))]
public sealed class GetLanguageJobEntityCommand : CategoryRowCommand
{
    private protected override void EmitRows(LanguageDocument document)
    {
        foreach (var entity in document.Entities)
        {
            if (Passes(entity))
                WriteObject(entity);
        }
    }
}
