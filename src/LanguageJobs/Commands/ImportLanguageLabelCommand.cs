using System.Management.Automation;
using LanguageJobs.Labels;

namespace LanguageJobs.Commands;

/// <summary>
/// Reads labels from projects that the service exported, in any version of the format. Needs no connection and no network.
/// </summary>
[Cmdlet(VerbsData.Import, "LanguageLabel", HelpUri = HelpPages.ImportLanguageLabel, DefaultParameterSetName = PathSet)]
[OutputType(typeof(LanguageLabel))]
public sealed class ImportLanguageLabelCommand : LanguageCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>The files. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The files, by their literal paths: no character is treated as a wildcard.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Reads the files and emits their labels.</summary>
    protected override void ProcessRecord()
    {
        var files = ParameterSetName == LiteralPathSet
            ? LiteralPath.SelectMany(path => this.ResolveLiteralFile(path, WriteError))
            : Path.SelectMany(path => this.ResolveFiles(path, WriteError));
        foreach (var file in files)
        {
            try
            {
                foreach (var label in InBackground(() => LabelFile.Read(file)).Labels)
                    WriteObject(label);
            }
            catch (Exception e) when (!ErrorRecords.IsFromEngine(e))
            {
                WriteError(ErrorRecords.OfFile(e, file, ScoringErrorRecords.LabelFileAdvice));
            }
        }
    }
}
