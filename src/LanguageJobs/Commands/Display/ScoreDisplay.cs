using System.Globalization;
using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>What the views of scores and differences show of their objects, live or deserialized.</summary>
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

    /// <summary>A figure from 0 to 1 with two digits; empty when there is none.</summary>
    public static string Figure(object? figure) => figure is double number ? number.ToString("0.00", CultureInfo.CurrentCulture) : "";

    private static object? Value(PSObject? row, string name) => row is null ? null : ObjectMember.Value(row, name) is { } value and not "" ? value : null;
}
