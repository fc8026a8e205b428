using LanguageJobs.Storage;

namespace LanguageJobs.Commands;

/// <summary>Which jobs of the history are wanted.</summary>
internal sealed class HistoryFilter(DateTime? after, DateTime? before, string[]? displayName, string[]? status)
{
    private readonly DateTimeOffset? after = after;
    private readonly DateTimeOffset? before = before;
    private readonly NameFilter displayNames = new(displayName);
    private readonly NameFilter statuses = new(status);

    /// <summary>What does not change while a job runs.</summary>
    public bool Matches(RememberedJob job) =>
        (after is null || job.Key > after) && (before is null || job.Key < before) && displayNames.Matches(job.DisplayName);

    public bool MatchesStatus(RememberedJob job) => statuses.Matches(job.Status);

    /// <summary>True when jobs further back in time cannot match.</summary>
    public bool IsPast(RememberedJob job) => job.Key <= after;
}
