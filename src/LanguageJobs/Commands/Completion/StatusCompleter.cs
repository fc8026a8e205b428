using System.Collections;

namespace LanguageJobs.Commands;

/// <summary>Completes the states of jobs that the service is known to have.</summary>
internal sealed class StatusCompleter : Completer
{
    private static readonly string[] Known = ["notStarted", "running", "succeeded", "partiallyCompleted", "failed", "cancelling", "cancelled"];

    protected override IEnumerable<Completion> Completions(IDictionary bound) => Known.Select(status => new Completion(status, status));
}
