using System.Globalization;
using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>
/// The headings of scores, confusions and differences, live or deserialized. Each method stands behind a hidden code property of the types file.
/// </summary>
public static class ScoreDisplay
{
    /// <summary>What a score is about, for the heading above it: the task, and how and from which confidence on results count.</summary>
    public static string Scores(PSObject? score)
    {
        var threshold = Value(score, "Threshold") is double number ? string.Format(CultureInfo.CurrentCulture, ", confidence {0:0.00##} and more", number) : "";
        return $"{Task(score)}, {Value(score, "Match")} match{threshold}";
    }

    /// <summary>The name of the task, else its kind.</summary>
    public static string Task(PSObject? row) => $"{Value(row, "TaskName") ?? Value(row, "TaskKind") ?? "(no task)"}";

    private static object? Value(PSObject? row, string name) => row is null ? null : ObjectMember.Value(row, name) is { } value and not "" ? value : null;
}
