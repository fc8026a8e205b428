using System.Collections;
using System.Globalization;

namespace LanguageJobs.Commands;

/// <summary>Completes the ids of jobs that this runspace has seen, the newest job first, with its status and age.</summary>
internal sealed class JobCompleter : Completer
{
    protected override IEnumerable<Completion> Completions(IDictionary bound) =>
        Seen.NewestFirst().Select(job => new Completion(job.JobId, $"{job.Status ?? "accepted"}{Age(job.Created)}"));

    private static string Age(DateTimeOffset? created) => (DateTimeOffset.UtcNow - created) switch
    {
        null => "",
        { TotalMinutes: < 1 } => ", less than a minute old",
        { TotalHours: < 1 } age => Invariant($", {age.TotalMinutes:0} min old"),
        { TotalDays: < 2 } age => Invariant($", {age.TotalHours:0} h old"),
        { } age => Invariant($", {age.TotalDays:0} days old"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
