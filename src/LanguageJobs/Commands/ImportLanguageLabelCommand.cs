using System.Management.Automation;
using LanguageJobs.Labels;
using LanguageJobs.Scoring;
using LanguageJobs.Texts;

namespace LanguageJobs.Commands;

/// <summary>
/// Reads labels from projects that the service exported, in any version of the format, and from files of other labelling tools. Needs no
/// connection and no network.
/// </summary>
[Cmdlet(VerbsData.Import, "LanguageLabel", HelpUri = HelpPages.ImportLanguageLabel, DefaultParameterSetName = PathSet)]
[OutputType(typeof(LanguageLabel))]
public sealed class ImportLanguageLabelCommand : LanguageCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private const string ConllFiles = "*.conll";

    private const string WithoutText =
        "No text was found for documents, so their offsets count in the words joined by blanks. Give the texts with -TextPath or -Text";

    private readonly List<string> withoutText = [];
    private TextSource? texts;

    /// <summary>The files, or folders with CoNLL files. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The files, by their literal paths: no character is treated as a wildcard.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The form of the files; Auto finds out.</summary>
    [Parameter]
    public LanguageLabelFormat Format { get; set; }

    /// <summary>
    /// Folders or files with the documents' texts, in which the words of CoNLL files are looked up. Wildcards are permitted.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? TextPath { get; set; }

    /// <summary>The documents' texts: objects with an Id and a Text.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public PSObject[]? Text { get; set; }

    /// <summary>Opens the texts.</summary>
    protected override void BeginProcessing() => texts = TextInput.Open(this, TextPath, Text);

    /// <summary>Reads the files and emits their labels.</summary>
    protected override void ProcessRecord()
    {
        var files = ParameterSetName == LiteralPathSet
            ? LiteralPath.SelectMany(path => this.ResolveLiteralFile(path, WriteError))
            : Path.SelectMany(path => this.ResolveFiles(path, WriteError, ConllFiles));
        foreach (var file in files)
        {
            try
            {
                Emit(InBackground(() => LabelFile.Read(file, Format, texts is null ? null : texts.Find)), file);
            }
            catch (AmbiguousDocumentException e)
            {
                WriteError(ScoringErrorRecords.Of(e, file)!);
            }
            catch (Exception e) when (!ErrorRecords.IsFromEngine(e))
            {
                WriteError(ErrorRecords.OfFile(e, file, ScoringErrorRecords.LabelFileAdvice));
            }
        }
    }

    /// <summary>Says what could not be read as it was meant.</summary>
    protected override void EndProcessing()
    {
        if (withoutText.Count > 0)
            WriteWarning($"{WithoutText}: {NameList.Of(withoutText)}.");
    }

    private void Emit(LabelFile content, string file)
    {
        foreach (var note in content.Notes)
            WriteWarning($"'{file}': {note}");
        if (content.WithoutText is { } document)
            withoutText.Add(document);
        foreach (var label in content.Labels)
            WriteObject(label);
    }
}
