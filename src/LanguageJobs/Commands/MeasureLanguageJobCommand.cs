using System.Management.Automation;
using LanguageJobs.Scoring;

namespace LanguageJobs.Commands;

/// <summary>Compares results with labels: precision, recall and F1 of every category, and their averages.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "LanguageJob", HelpUri = HelpPages.MeasureLanguageJob, DefaultParameterSetName = ScoreSet)]
[OutputType(typeof(LanguageScore), ParameterSetName = [ScoreSet])]
[OutputType(typeof(LanguageConfusion), ParameterSetName = [ConfusionSet])]
public sealed class MeasureLanguageJobCommand : ScoringCommand
{
    private const string ScoreSet = "Score";
    private const string ConfusionSet = "ConfusionMatrix";

    // A calculated 0.8 may be slightly lower than the literal.
    private const double Tolerance = 1e-9;

    private const string ShiftedOffsets =
        "Most results have the category and length of a label, but another offset. They may count in another unit or with other line ends. "
        + "Give the texts with -TextPath or -Text.";

    private Evaluation? evaluation;

    /// <summary>The labels: files that the service exported, or the output of Import-LanguageLabel.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public PSObject[] Label { get; set; } = [];

    /// <summary>When an entity counts as found.</summary>
    [Parameter(ParameterSetName = ScoreSet)]
    public LanguageMatch Match { get; set; }

    /// <summary>Only results with at least this confidence score count, from 0 to 1. Each threshold has rows of its own.</summary>
    [Parameter(ParameterSetName = ScoreSet)]
    [ValidateRange(0.0, 1.0)]
    public double[]? Threshold { get; set; }

    /// <summary>Emits the confusion matrix instead of the scores.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ConfusionSet)]
    public SwitchParameter ConfusionMatrix { get; set; }

    /// <summary>The part of the labels that is scored.</summary>
    [Parameter]
    [ValidateSet("Train", "Test")]
    public string? Dataset { get; set; }

    /// <summary>The F1, from 0 to 1, that every category and the micro average must reach; else the command ends with an error, after all rows.</summary>
    [Parameter(ParameterSetName = ScoreSet)]
    [ValidateRange(0.0, 1.0)]
    public double MinimumF1 { get; set; }

    /// <summary>Reads the labels.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var labels = LabelInput.Read(this, Label);
        var options = new EvaluationOptions
        {
            Match = Match,
            Thresholds = Threshold is { Length: > 0 } ? [.. Threshold.Select(threshold => (double?)threshold)] : [null],
            Dataset = Dataset,
            IsConfusion = ConfusionMatrix,
        };
        Guarded(() => evaluation = new Evaluation(labels, options, TextOf));
        if (Dataset is not null && !labels.SayDatasets)
            WriteWarning($"The labels do not say which documents belong to the dataset {Dataset}, so all are scored. The model may have been trained with some of them.");
    }

    /// <summary>Emits the scores.</summary>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (!evaluation!.HasDocuments)
            return;
        Guarded(evaluation.Finish);
        WriteNotes(evaluation.Notes);
        if (evaluation.HasShiftedOffsets)
            WriteWarning(ShiftedOffsets);
        if (ConfusionMatrix)
            WriteObject(evaluation.Confusions(), enumerateCollection: true);
        else
            WriteScores([.. evaluation.Scores()]);
    }

    private protected override void Take(LanguageDocument document) => Guarded(() => evaluation!.Add(document));

    private protected override void TakeFailure(LanguageJobError failure) => Guarded(() => evaluation!.Add(failure));

    private void WriteScores(LanguageScore[] scores)
    {
        WriteObject(scores, enumerateCollection: true);
        var low = Array.FindAll(scores, score => score.Average is null or LanguageAverage.Micro && score.F1 < MinimumF1 - Tolerance);
        if (low.Length > 0)
            ThrowTerminatingError(ScoringErrorRecords.ScoreTooLow(low, MinimumF1));
    }
}
