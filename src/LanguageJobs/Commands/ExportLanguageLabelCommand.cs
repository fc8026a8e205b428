using System.Management.Automation;
using LanguageJobs.Labels;
using LanguageJobs.Storage;

namespace LanguageJobs.Commands;

/// <summary>
/// Writes results as labels: for the service's next training, for tools in which people label texts, or for training elsewhere.
/// </summary>
[Cmdlet(VerbsData.Export, "LanguageLabel", HelpUri = HelpPages.ExportLanguageLabel, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportLanguageLabelCommand : TextResultCommand
{
    private const string Replaces =
        "When the service imports this file, its labels replace all labels that the project has. "
        + "To keep them, pass the exported project to -ReferenceLabel.";

    private readonly LabelSet labels = new();
    private LabelExport? export;
    private LanguageLabelFormat format;
    private string target = "";
    private bool? isWanted;
    private AtomicFile? file;

    /// <summary>The file that is written; for CoNLL, the folder.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The jobs, rows or labels.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Alias("JobId", "Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCompleter))]
    public override PSObject[] Job { get; set; } = [];

    /// <summary>The form of the file.</summary>
    [Parameter(Mandatory = true)]
    [ValidateSet(
        nameof(LanguageLabelFormat.Azure), nameof(LanguageLabelFormat.LabelStudio), nameof(LanguageLabelFormat.Doccano),
        nameof(LanguageLabelFormat.Spacy), nameof(LanguageLabelFormat.Conll))]
    public LanguageLabelFormat? Format { get; set; }

    /// <summary>Only results of these categories. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CategoryCompleter))]
    public string[]? Category { get; set; }

    /// <summary>Only results with at least this confidence score, from 0 to 1.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double MinimumConfidence { get; set; }

    /// <summary>Only documents that have a result of at most this confidence score, from 0 to 1; these with all their results.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double? MaximumConfidence { get; set; }

    /// <summary>
    /// Labels that exist: files, or what Import-LanguageLabel emits. They are kept, and only documents without labels are added.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public PSObject[]? ReferenceLabel { get; set; }

    /// <summary>The name of the project that the service imports.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ProjectName { get; set; }

    /// <summary>The storage container with the project's texts.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StorageInputContainerName { get; set; }

    /// <summary>The language of the documents, for example en-us.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Language { get; set; }

    /// <summary>The part of the labels to which documents belong that have none: Train or Test.</summary>
    [Parameter]
    [ValidateSet("Train", "Test")]
    public string? Dataset { get; set; }

    /// <summary>Does not replace a file that exists.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Reads the labels that exist.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        format = Format!.Value;
        var categories = new NameFilter(Category);
        var options = new LabelExportOptions
        {
            Format = format,
            Selection = new LabelSelection(categories.Matches, MinimumConfidence, MaximumConfidence),
            Reference = ReferenceLabel is null ? null : LabelInput.Read(this, ReferenceLabel),
            TextOf = TextOf,
            Dataset = Dataset,
            Language = Language,
        };
        if (options.NeedsTexts && TextOf is null)
            ThrowTerminatingError(LabelErrorRecords.TextsMissing(format));
        if (format == LanguageLabelFormat.Azure && (ProjectName is null || StorageInputContainerName is null || Language is null))
            ThrowTerminatingError(LabelErrorRecords.ProjectIncomplete());
        target = this.ResolveTarget(Path, ThrowTerminatingError);
        export = new LabelExport(options, Open);
    }

    /// <summary>Ends the file.</summary>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        Guarded(() => export!.Add(labels));
        if (isWanted != true)
            return;
        WriteNotes(export!.Notes);
        if (!export.HasDocuments)
            WriteWarning($"No document was selected, so '{target}' was not written.");
        else if (file is not null)
            Commit();
    }

    private protected override void Process(PSObject? job)
    {
        isWanted ??= ShouldProcess(target);
        if (isWanted == false)
            return;
        if (job is not null && DeserializedObject.Revive(job) is LanguageLabel label)
            Take(label);
        else
            base.Process(job);
    }

    private protected override void Take(LanguageDocument document) => Guarded(() => export!.Add(document));

    private protected override void Take(IReadOnlyList<LanguageDocument> documents) => Guarded(() => export!.Add(documents));

    // What was not finished leaves nothing behind.
    private protected override void Release() => file?.Dispose();

    private void Take(LanguageLabel label)
    {
        try
        {
            labels.Add(label);
        }
        catch (LabelFormatException e)
        {
            WriteError(ScoringErrorRecords.InvalidLabels(e, label));
        }
    }

    private protected override void Guarded(Action action)
    {
        try
        {
            base.Guarded(action);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.FileNotWritable(e, target));
        }
    }

    private ILabelWriter Open(string kind, LabelLosses losses)
    {
        if (format == LanguageLabelFormat.Conll)
        {
            if (LabelKinds.AreClasses(kind))
                ThrowTerminatingError(LabelErrorRecords.ClassesNotSupported(format));
            Directory.CreateDirectory(target);
            return new ConllWriter(WriteDocument, losses);
        }
        if (NoClobber && File.Exists(target))
            throw new IOException("The file exists, and -NoClobber was used.");
        file = new AtomicFile(target);
        return format switch
        {
            LanguageLabelFormat.LabelStudio => new LabelStudioWriter(file.Stream),
            LanguageLabelFormat.Doccano => new DoccanoWriter(file.Stream, losses),
            LanguageLabelFormat.Spacy => new SpacyWriter(file.Stream, LabelKinds.AreClasses(kind), TextOf!, losses),
            _ => new AzureProjectWriter(
                file.Stream, new AzureProjectSettings(ProjectName!, StorageInputContainerName!, Language!), kind, losses),
        };
    }

    private void Commit() => Guarded(() =>
    {
        export!.Finish();
        file!.Commit(overwrite: !NoClobber);
        this.WriteFile(target);
    });

    private void WriteDocument(string name, Action<Stream> write)
    {
        var path = System.IO.Path.Combine(target, name);
        using var document = new AtomicFile(path);
        write(document.Stream);
        // Labels can be exported again; to wait for the disk would take most of the time.
        document.Commit(overwrite: !NoClobber, isDurable: false);
        this.WriteFile(path);
    }

    private void WriteNotes(LabelExportNotes notes)
    {
        Warn("Documents left out because no text was found for them", notes.WithoutText);
        Warn("Entities left out because they were not found in the text, in documents", notes.Unplaced);
        Warn("Documents left out because none of their results reaches -MinimumConfidence", notes.Unsure);
        foreach (var (loss, count) in notes.Losses.Counts)
            WriteWarning(FormattableString.Invariant($"{LabelWords.Of(loss, format)}: {count}."));
        if (format == LanguageLabelFormat.Azure && export!.HasDocuments)
            WriteWarning(Replaces);
    }
}
