using System.Management.Automation;
using LanguageJobs.Runs;

namespace LanguageJobs.Commands;

/// <summary>Shows what became of the documents of a run, also while workers are at it, and without a connection.</summary>
[Cmdlet(VerbsCommon.Get, "LanguageJobRun", HelpUri = HelpPages.GetLanguageJobRun)]
[OutputType(typeof(LanguageJobRun), typeof(LanguageJobRunDocument))]
public sealed class GetLanguageJobRunCommand : PSCmdlet
{
    /// <summary>The folders of runs. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Emits the documents in place of the run.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary>Reads the folders.</summary>
    protected override void ProcessRecord()
    {
        foreach (var folder in Path.SelectMany(path => this.ResolveItems(path, WriteError)))
        {
            try
            {
                Read(new RunFolder(folder));
            }
            catch (Exception e) when (e is RunException or IOException or UnauthorizedAccessException)
            {
                WriteError(RunErrorRecords.Of(e, folder));
            }
        }
    }

    private void Read(RunFolder folder)
    {
        if (Detailed)
        {
            foreach (var document in RunReader.Documents(folder))
                WriteObject(document);
            return;
        }
        var run = RunReader.Read(folder);
        WriteObject(run);
        foreach (var note in RunNotes.Of(run))
            WriteWarning(note);
    }
}
