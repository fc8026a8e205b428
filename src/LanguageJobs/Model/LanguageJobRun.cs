namespace LanguageJobs;

/// <summary>A run: a folder with a plan, and for each shard a journal and results. The numbers count documents.</summary>
public sealed class LanguageJobRun
{
    internal LanguageJobRun(string path) => Path = path;

    internal RunCounts Counts { get; set; }

    /// <summary>The full path of the run's folder.</summary>
    public string Path { get; }

    /// <summary>
    /// What a worker ends with. 0: all documents are collected. 3: some were refused. 4: some are unsure or purged, and a person decides.
    /// 64: the arguments are wrong, or do not fit the run's plan. 73: the folder cannot be written to. 75: run the same command again, later.
    /// </summary>
    public int ExitCode { get; internal set; }

    /// <summary>The number of shards that the run's plan has; 0 where there is no plan.</summary>
    public int ShardCount { get; internal set; }

    /// <summary>The documents that have been read from the input so far.</summary>
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

    /// <summary>When the first worker began; null when none has.</summary>
    public DateTimeOffset? Started { get; internal set; }

    /// <summary>When the last shard was done; null as long as one is not.</summary>
    public DateTimeOffset? Ended { get; internal set; }

    /// <summary>The shards: all of the plan, or those that this command was given.</summary>
    public LanguageJobRunShard[] Shards { get; internal set; } = [];

    /// <summary>The folder and the exit code.</summary>
    public override string ToString() => $"{Path} ({ExitCode})";
}
