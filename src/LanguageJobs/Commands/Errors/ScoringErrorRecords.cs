using System.Management.Automation;
using LanguageJobs.Labels;
using LanguageJobs.Scoring;
using LanguageJobs.Texts;

namespace LanguageJobs.Commands;

/// <summary>The error records about labels, and about results that are held against something.</summary>
internal static class ScoringErrorRecords
{
    /// <summary>What a file should hold that labels are read from.</summary>
    public const string LabelFileAdvice = "Export the project from Language Studio or from the authoring API, and give the JSON file with its assets.";

    /// <summary>A row that looks like an entity or a class, and cannot be read.</summary>
    public static ErrorRecord InvalidRow(FormatException e, object? target) => ErrorRecords.Make(
        e, "InvalidRow", ErrorCategory.InvalidData, target,
        "A row has a DocumentId and a Category, for entities an Offset and a Length, and it may have a ConfidenceScore. Numbers are written as in 0.95.");

    /// <summary>Labels that cannot be used.</summary>
    public static ErrorRecord InvalidLabels(Exception e, object? target) => ErrorRecords.Make(
        e, "InvalidLabels", ErrorCategory.InvalidArgument, target,
        "Give files that the service exported, or what Import-LanguageLabel emits; all labels of one kind.");

    /// <summary>What makes a score or a comparison meaningless; null for what was not foreseen.</summary>
    public static ErrorRecord? Of(Exception e, object? target) => e switch
    {
        AmbiguousDocumentException => ErrorRecords.Make(
            e, "AmbiguousDocument", ErrorCategory.InvalidData, target, "Give the documents ids that tell them apart, such as their paths."),
        DuplicateDocumentException => ErrorRecords.Make(
            e, "DuplicateDocument", ErrorCategory.InvalidData, target, "Give the results of each document once, or choose one task with -TaskName."),
        NoDocumentMatchesException { IsAboutIds: true } => ErrorRecords.Make(
            e, "NoDocumentMatches", ErrorCategory.ObjectNotFound, target,
            "Documents and labels match by their ids and locations; folders and extensions may differ. Check that these labels are of these documents."),
        NoDocumentMatchesException => ErrorRecords.Make(
            e, "LabelsDoNotFit", ErrorCategory.InvalidArgument, target, "Give labels of the project whose model made the results."),
        NotSupportedException => ErrorRecords.Make(e, "NotSupported", ErrorCategory.NotImplemented, target, null),
        LabelFormatException => InvalidLabels(e, target),
        _ => null,
    };

    /// <summary>A reference without results.</summary>
    public static ErrorRecord NothingToCompare(object? target) => ErrorRecords.Make(
        new InvalidOperationException("The reference has no results to compare with."), "NothingToCompare", ErrorCategory.ObjectNotFound, target,
        "Give a reference job that has finished, and whose task -TaskName lets through.");

    /// <summary>Scores below the minimum.</summary>
    public static ErrorRecord ScoreTooLow(LanguageScore[] scores, double minimum)
    {
        var some = scores.Take(5).Select(score => FormattableString.Invariant($"{score.F1:0.####} for {Name(score)}"));
        var more = scores.Length > 5 ? FormattableString.Invariant($" and {scores.Length - 5} more") : "";
        return ErrorRecords.Make(
            new InvalidOperationException(FormattableString.Invariant($"F1 is below {minimum}: {string.Join(", ", some)}{more}.")),
            "ScoreTooLow", ErrorCategory.LimitsExceeded, scores, "Compare-LanguageJob -ReferenceLabel lists the mistakes.");
    }

    private static string Name(LanguageScore score) =>
        (score.Category is { } category ? $"'{category}'" : $"{score.Average}")
        + (score.TaskName is { } task ? $" of task '{task}'" : "")
        + (score.Threshold is { } threshold ? FormattableString.Invariant($" at {threshold}") : "");
}
