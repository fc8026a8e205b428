using System.Management.Automation;
using LanguageJobs.Scoring;

namespace LanguageJobs.Commands;

/// <summary>Compares the results of jobs, document by document: with those of other jobs, or with labels.</summary>
[Cmdlet(VerbsData.Compare, "LanguageJob", HelpUri = HelpPages.CompareLanguageJob, DefaultParameterSetName = JobSet)]
[OutputType(typeof(LanguageDifference))]
public sealed class CompareLanguageJobCommand : ScoringCommand
{
    private const string JobSet = "Job";
    private const string LabelSet = "Label";

    private Comparison? comparison;
    private bool isReference;

    /// <summary>The jobs or rows to compare with.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = JobSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCompleter))]
    public PSObject[] ReferenceJob { get; set; } = [];

    /// <summary>The labels to compare with: files that the service exported, or the output of Import-LanguageLabel.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LabelSet)]
    [ValidateNotNullOrEmpty]
    public PSObject[] ReferenceLabel { get; set; } = [];

    /// <summary>The jobs or rows that are compared.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCompleter))]
    public PSObject[] DifferenceJob { get; set; } = [];

    /// <summary>The smallest difference of the confidence scores for which a pair is a difference, from 0 to 1.</summary>
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
            ThrowTerminatingError(ScoringErrorRecords.NothingToCompare(Array.ConvertAll(ReferenceJob, JobHandle.Shown)));
    }

    private void WriteNotes(ComparisonNotes notes)
    {
        var areLabels = ParameterSetName == LabelSet;
        Warn("These tasks have no counterpart in the reference and are not compared", notes.TasksWithoutReference);
        Warn(areLabels ? "These labelled documents have no result and count as missed" : "These documents are only in the reference", notes.OnlyInReference);
        Warn("These documents are not in the reference", notes.OnlyInDifference);
        Warn("These documents have no labels and are not compared", notes.Unlabelled);
        Warn("These documents failed and have no results", notes.Failed);
        Warn("These documents failed in the reference and have no results there", notes.FailedInReference);
        Warn("No text was found for these documents, so their offsets are compared unchanged", notes.WithoutText);
        Warn("Some results were not found in the texts of these documents and are compared by their offsets", notes.Unplaced);
    }
}
