using System.Management.Automation;
using LanguageJobs.Labels;
using LanguageJobs.Scoring;
using LanguageJobs.Texts;

namespace LanguageJobs.Commands;

/// <summary>The error records about labels, and about results that are scored or compared.</summary>
internal static class ScoringErrorRecords
{
    /// <summary>What to do if a file has no labels.</summary>
    public const string LabelFileAdvice =
        "Export the project, with its assets, from Language Studio or the authoring API, and use that JSON file. "
        + "Get-Help Import-LanguageLabel lists the formats of other tools.";

    /// <summary>A row that looks like an entity or a class, and cannot be read.</summary>
    public static ErrorRecord InvalidRow(FormatException e, object? target) => ErrorRecords.Make(
        e, "InvalidRow", ErrorCategory.InvalidData, target,
        "A row has a DocumentId and a Category, for entities also an Offset and a Length, and optionally a ConfidenceScore. Write numbers like 0.95.");

    /// <summary>Labels that cannot be used.</summary>
    public static ErrorRecord InvalidLabels(Exception e, object? target) => ErrorRecords.Make(
        e, "InvalidLabels", ErrorCategory.InvalidArgument, target,
        "Use files with labels, or the output of Import-LanguageLabel. All labels must be of the same kind; -TaskName selects a task.");

    /// <summary>What makes a score or a comparison meaningless; null for an unexpected exception.</summary>
    public static ErrorRecord? Of(Exception e, object? target) => e switch
    {
        AmbiguousDocumentException => ErrorRecords.Make(
            e, "AmbiguousDocument", ErrorCategory.InvalidData, target, "Use unique document ids, such as relative paths."),
        DuplicateDocumentException => ErrorRecords.Make(
            e, "DuplicateDocument", ErrorCategory.InvalidData, target, "Pass the results of each document once, or select one task with -TaskName."),
        NoDocumentMatchesException { IsAboutIds: true } => ErrorRecords.Make(
            e, "NoDocumentMatches", ErrorCategory.ObjectNotFound, target,
            "Check that these are the labels of these documents. A document's id must match a label's location; folders and extensions may differ."),
        NoDocumentMatchesException => ErrorRecords.Make(
            e, "LabelsDoNotFit", ErrorCategory.InvalidArgument, target, "Use the labels of the project whose model produced the results."),
        NotSupportedException => ErrorRecords.Make(
            e, "NotSupported", ErrorCategory.NotImplemented, target, "See -Match and -ConfusionMatrix in Get-Help Measure-LanguageJob -Full."),
        LabelFormatException => InvalidLabels(e, target),
        _ => null,
    };

    /// <summary>A reference without results.</summary>
    public static ErrorRecord NothingToCompare(object? target) => ErrorRecords.Make(
        new InvalidOperationException("The reference has no results to compare with."), "NothingToCompare", ErrorCategory.ObjectNotFound, target,
        "Use a finished job as the reference. With -TaskName, use the name of one of its tasks.");

    /// <summary>Scores below the minimum.</summary>
    public static ErrorRecord ScoreTooLow(LanguageScore[] scores, double minimum)
    {
        var some = scores.Take(5).Select(score => FormattableString.Invariant($"{score.F1:0.####} for {Name(score)}"));
        var more = scores.Length > 5 ? FormattableString.Invariant($" and {scores.Length - 5} more") : "";
        return ErrorRecords.Make(
            new InvalidOperationException(FormattableString.Invariant($"F1 is below {minimum}: {string.Join(", ", some)}{more}.")),
            "ScoreTooLow", ErrorCategory.LimitsExceeded, scores, "Use Compare-LanguageJob -ReferenceLabel to list the mistakes.");
    }

    private static string Name(LanguageScore score) =>
        (score.Category is { } category ? $"'{category}'" : $"{score.Average}")
        + (score.TaskName is { } task ? $" of task '{task}'" : "")
        + (score.Threshold is { } threshold ? FormattableString.Invariant($" at {threshold}") : "");
}
