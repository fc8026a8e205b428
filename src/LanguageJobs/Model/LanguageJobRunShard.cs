namespace LanguageJobs;

/// <summary>A shard of a run: the documents that one worker sends and collects. The numbers count documents.</summary>
public sealed class LanguageJobRunShard
{
    internal LanguageJobRunShard(int shard) => Shard = shard;

    internal RunCounts Counts { get; set; }

    /// <summary>The shard's number, from 0.</summary>
    public int Shard { get; }

    /// <summary>The machine and process that work on the shard, or were killed at it; null when nobody does.</summary>
    public string? Holder { get; internal set; }

    /// <summary>True when every document is collected or refused.</summary>
    public bool IsDone { get; internal set; }

    /// <summary>The documents of the shard that have been read from the input so far.</summary>
    public long Documents => Counts.Documents;

    /// <summary>Those that are not sent yet, or sent and not finished.</summary>
    public long Pending => Counts.Pending;

    /// <summary>Those whose results are in the folder.</summary>
    public long Collected => Counts.Collected;

    /// <summary>Those that could not be sent, or that the service answered with an error.</summary>
    public long Refused => Counts.Refused;

    /// <summary>Those that the service may or may not have taken.</summary>
    public long Unsure => Counts.Unsure;

    /// <summary>Those that the service took and whose results it no longer had.</summary>
    public long Purged => Counts.Purged;

    /// <summary>When a worker first began with it; null when none has.</summary>
    public DateTimeOffset? Started { get; internal set; }

    /// <summary>When it was done; null as long as it is not.</summary>
    public DateTimeOffset? Ended { get; internal set; }

    /// <summary>The number of the shard and of its documents.</summary>
    public override string ToString() => $"{Shard}: {Collected} of {Documents}";
}
