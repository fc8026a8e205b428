namespace LanguageJobs.Runs;

/// <summary>A line of a shard's journal.</summary>
internal sealed record JournalEntry(JournalEvent Event, DateTimeOffset At)
{
    /// <summary>The number of the request; 0 for lines that are about none.</summary>
    public int Request { get; init; }

    /// <summary>The documents of a request, those that are refused, or those of a collected job that failed.</summary>
    public IReadOnlyList<JournalDocument> Documents { get; init; } = [];

    /// <summary>How many documents there are.</summary>
    public long Count { get; init; }

    public string? JobId { get; init; }

    /// <summary>The job's address, which says at which endpoint it is.</summary>
    public string? Location { get; init; }

    /// <summary>Why a request was refused.</summary>
    public string? Code { get; init; }

    /// <summary>The last part of the results, and how long it and the file of errors are when this line counts.</summary>
    public int Part { get; init; }

    public long PartLength { get; init; }

    public long ErrorsLength { get; init; }

    /// <summary>Who opened the journal: a machine and a process.</summary>
    public string? Holder { get; init; }
}
