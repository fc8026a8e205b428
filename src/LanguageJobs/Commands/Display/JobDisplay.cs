using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using LanguageJobs.Service;
using LanguageJobs.Storage;
using LanguageJobs.Wire;

namespace LanguageJobs.Commands;

/// <summary>
/// Formats values for the views. Each method implements a code property of the types file, hidden except
/// for ExpiresIn: views without script blocks work in every language mode. It takes live objects and deserialized ones, whose values may have become
/// strings or property bags.
/// </summary>
public static class JobDisplay
{
    // The value of $PSStyle, which exists since PowerShell 7.2.
    private static readonly PSObject? Style =
        typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle")?.GetProperty("Instance")?.GetValue(null) is { } style ? PSObject.AsPSObject(style) : null;

    /// <summary>The time until the service purges a job's results; zero when they are gone, null when the job does not say.</summary>
    public static TimeSpan? ExpiresIn(PSObject? job) => ExpiresIn(job, ServiceNow(job));

    /// <summary>The same in words: <c>23h 59m</c>, <c>59m 10s</c>, <c>expired</c>.</summary>
    public static string? TimeLeft(PSObject? job) => ExpiresIn(job) is { } time ? TimeLeft(time) : null;

    /// <summary>A row's confidence score with two digits; empty when the service gave none.</summary>
    public static string ConfidenceText(PSObject? row) =>
        Member(row, "ConfidenceScore") is double score && !double.IsNaN(score) ? score.ToString("0.00", CultureInfo.CurrentCulture) : "";

    /// <summary>The service's word for a state, in the color of its meaning where the host shows colors.</summary>
    public static string? StatusText(PSObject? item)
    {
        var status = Member(item, "Status") as string;
        return ColorOf(status) is { } color && Sequence(color) is { } sequence ? $"{sequence}{status}\u001b[0m" : status;
    }

    /// <summary>Which job and which task a row is of, for the heading above it.</summary>
    public static string Origin(PSObject? row)
    {
        var job = Member(row, "JobId") ?? "(no id)";
        return (Member(row, "TaskName") ?? Member(row, "TaskKind")) is { } task ? $"{job}, task {task}" : $"{job}";
    }

    /// <summary>The errors of a job, of its tasks and of their documents.</summary>
    public static int ErrorCount(PSObject? job) =>
        Items(job, "Errors").Count() + Items(job, "Tasks").Sum(task => Items(PSObject.AsPSObject(task), "Errors").Count());

    /// <summary>How old a job is, in the unit that matters: <c>40s</c>, <c>5m</c>, <c>3h</c>, <c>12d</c>.</summary>
    public static string? Age(PSObject? job) => ObjectMember.Time(Member(job, "CreatedDateTime")) is { } created ? Age(ServiceNow(job) - created) : null;

    /// <summary>
    /// How long the results of a remembered job can still be had: <c>23h</c>, <c>none</c> where the time is over, <c>gone</c> where the service
    /// said that it does not have the job any more.
    /// </summary>
    public static string? ResultsLeft(PSObject? job)
    {
        if (job?.BaseObject is LanguageJob { IsPurged: true })
            return "gone";
        var left = ResultsLeft(ObjectMember.Time(Member(job, "ExpirationDateTime")), ObjectMember.Time(Member(job, "CreatedDateTime")), ServiceNow(job));
        return left <= TimeSpan.Zero ? "none" : left is { } time ? Age(time) : null;
    }

    /// <summary>What a document or an entity has besides its properties, a line for each member.</summary>
    public static string AdditionalText(PSObject? row) => Member(row, "AdditionalProperties") is IDictionary members
        ? string.Join("\n", members.Keys.Cast<object>().Select(name => $"{name}: {members[name]}"))
        : "";

    /// <summary>The kinds of a job's tasks, in short.</summary>
    public static string Kinds(PSObject? job) => string.Join(", ", Items(job, "Kinds").Select(kind => KindWord($"{kind}")));

    /// <summary>A job of the history as the pipeline gets it, with a table of its own.</summary>
    internal static PSObject AsRemembered(LanguageJob job)
    {
        var shown = new PSObject(job);
        shown.TypeNames.Insert(0, $"{typeof(LanguageJob).FullName}#History");
        return shown;
    }

    /// <summary>How long results can still be had; a job that has not said when they are purged has them for 24 hours.</summary>
    internal static TimeSpan? ResultsLeft(DateTimeOffset? expires, DateTimeOffset? created, DateTimeOffset now) =>
        (expires ?? created + RememberedJob.Kept) - now;

    internal static string Age(TimeSpan age) => FormattableString.Invariant(age switch
    {
        { TotalMinutes: < 1 } => $"{Math.Max(0, age.Seconds)}s",
        { TotalHours: < 1 } => $"{age.Minutes}m",
        { TotalDays: < 2 } => $"{(int)age.TotalHours}h",
        _ => $"{age.Days}d",
    });

    internal static TimeSpan? ExpiresIn(PSObject? job, DateTimeOffset now)
    {
        if (ObjectMember.Time(Member(job, "ExpirationDateTime")) is not { } expiration)
            return null;
        return expiration > now ? expiration - now : TimeSpan.Zero;
    }

    internal static string TimeLeft(TimeSpan time) => time switch
    {
        { Ticks: <= 0 } => "expired",
        { TotalHours: >= 1 } => $"{(int)time.TotalHours}h {time.Minutes:00}m",
        { TotalMinutes: >= 1 } => $"{time.Minutes}m {time.Seconds:00}s",
        _ => $"{time.Seconds}s",
    };

    /// <summary>The service's time as this process knows it, or else with the difference that the history recorded with a job.</summary>
    internal static DateTimeOffset ServiceNow(TimeSpan? recorded) => DateTimeOffset.UtcNow + (ServiceTime.LastSkew ?? recorded ?? TimeSpan.Zero);

    private static DateTimeOffset ServiceNow(PSObject? job) => ServiceNow((job?.BaseObject as LanguageJob)?.Skew);

    private static string KindWord(string kind) => kind switch
    {
        TaskKinds.CustomEntityRecognition => "NER",
        TaskKinds.CustomSingleLabelClassification => "single",
        TaskKinds.CustomMultiLabelClassification => "multi",
        _ => kind,
    };

    private static string? ColorOf(string? status) => status?.ToUpperInvariant() switch
    {
        "SUCCEEDED" or "COMPLETED" => "Green",
        "PARTIALLYCOMPLETED" or "PARTIALLYSUCCEEDED" or "CANCELLED" or "CANCELLING" => "Yellow",
        "FAILED" or "REJECTED" => "Red",
        "RUNNING" or "NOTSTARTED" => "Cyan",
        _ => null,
    };

    /// <summary>True where sequences for colors reach a screen that understands them, or are asked for.</summary>
    /// <param name="host">The host that shows them; null where the engine itself takes out what its host does not understand.</param>
    internal static bool ShowsColors(PSHost? host) => Member(Style, "OutputRendering")?.ToString() switch
    {
        "Ansi" => true,
        // The engine removes sequences from files and strings, but not from a redirected console.
        "Host" => host?.UI.SupportsVirtualTerminal != false && !Console.IsOutputRedirected,
        _ => false,
    };

    private static string? Sequence(string color) =>
        ShowsColors(null) && Member(Style, "Foreground") is { } foreground ? Member(PSObject.AsPSObject(foreground), color)?.ToString() : null;

    private static IEnumerable<object> Items(PSObject? value, string name) => Member(value, name) switch
    {
        IEnumerable items and not string => items.Cast<object>(),
        _ => [],
    };

    private static object? Member(PSObject? value, string name) => value is null ? null : ObjectMember.Value(value, name);
}
