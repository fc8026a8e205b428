using System.Collections;
using System.Globalization;
using LanguageJobs.Storage;

namespace LanguageJobs.Commands;

/// <summary>
/// Completes the ids of jobs that this runspace has seen, then those that the history remembers, the newest first, with status and age.
/// </summary>
internal sealed class JobCompleter : Completer
{
    /// <summary>How many jobs of the history completion reads, so that it stays fast.</summary>
    public const int MostRemembered = 1_000;

    protected override IEnumerable<Completion> Completions(IDictionary bound)
    {
        var seen = Seen.NewestFirst();
        var ids = new HashSet<string>(seen.Select(job => job.JobId));
        foreach (var job in seen)
            yield return new Completion(job.JobId, $"{job.Status ?? "accepted"}{Age(job.Created, null)}");
        foreach (var job in JobHistory.Current?.NewestFirst().Take(MostRemembered) ?? [])
        {
            if (ids.Add(job.JobId))
                yield return new Completion(job.JobId, $"{job.Status ?? "accepted"}{Age(job.Created, job.Skew)}{Of(job.Projects)}");
        }
    }

    private static string Of(string[]? projects) => projects is null ? "" : $", {string.Join(", ", projects)}";

    private static string Age(DateTimeOffset? created, TimeSpan? skew) => (JobDisplay.ServiceNow(skew) - created) switch
    {
        null => "",
        { TotalMinutes: < 1 } => ", less than a minute old",
        { TotalHours: < 1 } age => Invariant($", {age.TotalMinutes:0} min old"),
        { TotalDays: < 2 } age => Invariant($", {age.TotalHours:0} h old"),
        { } age => Invariant($", {age.TotalDays:0} days old"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
