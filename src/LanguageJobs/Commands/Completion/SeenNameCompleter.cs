using System.Collections;
using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>
/// Completes names that stand in jobs: those of the job that the command is given, else those of all jobs that this runspace
/// has seen. The parameters take wildcards, so what looks like one is escaped.
/// </summary>
internal abstract class SeenNameCompleter : Completer
{
    protected override IEnumerable<Completion> Completions(IDictionary bound) =>
        from job in Jobs(bound)
        from name in Names(job).OrderBy(name => name, StringComparer.OrdinalIgnoreCase)
        group job by name into jobs
        select new Completion(WildcardPattern.Escape(jobs.Key), $"{jobs.Key} (job {jobs.First().JobId})");

    protected abstract IEnumerable<string> Names(SeenJob job);

    private static IEnumerable<SeenJob> Jobs(IDictionary bound)
    {
        var all = Seen.NewestFirst();
        var ids = new HashSet<string?>(Given(bound["Job"]));
        var given = Array.FindAll(all, job => ids.Contains(job.JobId));
        return given.Length > 0 ? given : all;
    }

    private static IEnumerable<string?> Given(object? argument)
    {
        var value = argument is PSObject wrapped ? wrapped.BaseObject : argument;
        return value switch
        {
            null => [],
            object[] items => items.SelectMany(Given),
            LanguageJob job => [job.JobId],
            _ => [value.ToString()],
        };
    }
}
