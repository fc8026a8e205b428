using System.Management.Automation;
using LanguageJobs.Reporting;
using LanguageJobs.Storage;

namespace LanguageJobs.Commands;

/// <summary>Writes a page about the results of jobs: documents with their entities marked, filters, scores and changes, all in one file.</summary>
[Cmdlet(VerbsData.Export, "LanguageJobReport", HelpUri = HelpPages.ExportLanguageJobReport, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportLanguageJobReportCommand : TextResultCommand
{
    private const long Large = 10_000_000;

    private Report report = new();
    private ReportBuilder? builder;
    private bool isReference;
    private string file = "";

    /// <summary>The HTML file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The jobs or rows that the report is about.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Alias("JobId", "Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCompleter))]
    public override PSObject[] Job { get; set; } = [];

    /// <summary>Labels to compare the results with: files that the service exported, or the output of Import-LanguageLabel.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public PSObject[]? Label { get; set; }

    /// <summary>Jobs or rows that the results are compared with.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCompleter))]
    public PSObject[]? ReferenceJob { get; set; }

    /// <summary>Leaves out all texts, so that the report can be shared: of documents and entities, redacted ones, and raw members of the service's answer.</summary>
    [Parameter]
    public SwitchParameter ExcludeText { get; set; }

    /// <summary>Does not replace a file that exists.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Opens the report in the browser.</summary>
    [Parameter]
    public SwitchParameter Show { get; set; }

    /// <summary>Reads the labels and the reference.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        // Before anything is read from the service.
        file = this.ResolveTarget(Path, ThrowTerminatingError);
        report = new Report
        {
            Created = DateTimeOffset.UtcNow,
            Generator = $"LanguageJobs {typeof(Report).Assembly.GetName().Version.ToString(3)}",
            ExcludesText = ExcludeText,
            ReferenceJobs = ReferenceJob is null ? null : [],
        };
        Guarded(() => builder = new ReportBuilder(report, TextOf, Label is null ? null : LabelInput.Read(this, Label)));
        if (ReferenceJob is not null)
            TakeReference(ReferenceJob);
    }

    /// <summary>Writes the report.</summary>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (builder!.IsEmpty)
            return;
        Guarded(() => builder.Finish());
        WriteNotes();
        if (ShouldProcess(file) && Write(file))
        {
            this.WriteFile(file);
            if (Show)
                Open(file);
        }
    }

    private protected override void Take(LanguageJob page)
    {
        base.Take(page);
        if (isReference)
            builder!.AddReference(page);
        else
            builder!.Add(page);
    }

    private protected override void Take(LanguageDocument document) => Guarded(() =>
    {
        if (isReference)
            builder!.AddReference(document);
        else
            builder!.Add(document);
    });

    // Errors are part of the report.
    private protected override void Take(LanguageJobError error)
    {
        if (isReference)
            base.Take(error);
        else
            Guarded(() => builder!.Add(error));
    }

    private void TakeReference(PSObject[] jobs)
    {
        isReference = true;
        foreach (var job in jobs)
            Process(job);
        base.EndProcessing();
        isReference = false;
    }

    private void WriteNotes()
    {
        if (TextOf is not null)
            Warn("No text was found for these documents, so the report lists them without it", builder!.WithoutText);
        else if (!ExcludeText)
            WriteWarning("No texts were given, so the report shows the results without them. Use -TextPath or -Text to add the texts.");
        Warn("None of the entities of these documents were found in their texts, which may be the texts of other documents", builder!.WithOtherText);
        if (builder.ScoreNotes is { } notes)
            WriteNotes(notes);
    }

    private bool Write(string path)
    {
        try
        {
            using var file = new AtomicFile(path);
            ReportPage.Write(report, file.Stream);
            var length = file.Stream.Length;
            file.Commit(overwrite: !NoClobber);
            if (length > Large)
                WriteWarning($"'{path}' has {length / 1_000_000} MB, which browsers open slowly. Several reports with fewer documents are easier to use.");
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.FileNotWritable(e, path));
            return false;
        }
    }

    private void Open(string path)
    {
        try
        {
            this.OpenFile(path);
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            WriteError(ErrorRecords.FileNotOpened(e, path));
        }
    }
}
