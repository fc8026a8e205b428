using System.Management.Automation;
using LanguageJobs.Scoring;

namespace LanguageJobs.Commands;

/// <summary>Compares the results of jobs, document by document: with those of other jobs, or with labels.</summary>
[Cmdlet(VerbsData.Compare, "LanguageJob", DefaultParameterSetName = JobSet)]
[OutputType(typeof(LanguageDifference))]
public sealed class CompareLanguageJobCommand : ScoringCommand
{
    private const string JobSet = "Job";
    private const string LabelSet = "Label";

    private Comparison? comparison;
    private bool isReference;

    /// <summary>The jobs or rows that the others are compared with.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = JobSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCompleter))]
    public PSObject[] ReferenceJob { get; set; } = [];

    /// <summary>The labels that the results are compared with: files that the service exported, or what Import-LanguageLabel emits.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LabelSet)]
    [ValidateNotNullOrEmpty]
    public PSObject[] ReferenceLabel { get; set; } = [];

    /// <summary>The jobs or rows that are compared.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCompleter))]
    public PSObject[] DifferenceJob { get; set; } = [];

    /// <summary>From which difference of the confidence scores on a pair is a difference, from 0 to 1.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double MinimumChange { get; set; } = 0.05;

    /// <summary>Labels that say which side is right.</summary>
    [Parameter(ParameterSetName = JobSet)]
    [ValidateNotNullOrEmpty]
    public PSObject[]? Label { get; set; }

    /// <summary>Not a parameter: each side has its own.</summary>
    public override PSObject[] Job => DifferenceJob;

    /// <summary>Reads the reference.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        comparison = new Comparison(Label is null ? null : LabelInput.Read(this, Label), MinimumChange, TextOf);
        if (ParameterSetName == LabelSet)
            comparison.AddReference(LabelInput.Read(this, ReferenceLabel));
        else
            TakeReference();
    }

    /// <summary>Emits what only the reference has.</summary>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (!comparison!.HasDocuments)
            return;
        Guarded(() => WriteObject(comparison.Rest(), enumerateCollection: true));
        WriteNotes(comparison.Notes);
    }

    private protected override void Take(LanguageDocument document) => Guarded(() =>
    {
        if (isReference)
            comparison!.AddReference(document);
        else
            WriteObject(comparison!.Compare(document), enumerateCollection: true);
    });

    private protected override void TakeFailure(LanguageJobError failure) => comparison!.AddFailure(failure.DocumentId ?? "", isReference);

    private void TakeReference()
    {
        isReference = true;
        foreach (var job in ReferenceJob)
            Process(job);
        base.EndProcessing();
        isReference = false;
        if (!comparison!.HasReference)
            ThrowTerminatingError(ScoringErrorRecords.NothingToCompare(ReferenceJob));
    }

    private void WriteNotes(ComparisonNotes notes)
    {
        var areLabels = ParameterSetName == LabelSet;
        Warn("Tasks have no counterpart in the reference and are not compared", notes.TasksWithoutReference);
        Warn(areLabels ? "Labelled documents without a result count as missed" : "Documents are in the reference only", notes.OnlyInReference);
        Warn("Documents are not in the reference", notes.OnlyInDifference);
        Warn("Documents without labels are not compared", notes.Unlabelled);
        Warn("Documents failed and have no results", notes.Failed);
        Warn("Documents failed in the reference and have no results there", notes.FailedInReference);
        Warn("No text was found for documents; their offsets are compared as they are", notes.WithoutText);
        Warn("Results that stand nowhere in the text are compared where they say they are, in documents", notes.Unplaced);
    }
}
