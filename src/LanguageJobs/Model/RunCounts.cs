namespace LanguageJobs;

/// <summary>How many documents of a run, or of a shard, are in each state.</summary>
/// <param name="Documents">All that have been read from the input.</param>
/// <param name="Collected">Those whose results are in the folder.</param>
/// <param name="Refused">Those that could not be sent, or that the service answered with an error.</param>
/// <param name="Unsure">Those that the service may or may not have taken.</param>
/// <param name="Purged">Those that the service took and whose results it no longer had.</param>
internal readonly record struct RunCounts(long Documents, long Collected, long Refused, long Unsure, long Purged)
{
    /// <summary>Those that are not sent yet, or sent and not finished.</summary>
    public long Pending => Documents - Collected - Refused - Unsure - Purged;

    /// <summary>Those that nothing more happens to.</summary>
    public long Settled => Collected + Refused;

    public static RunCounts operator +(RunCounts a, RunCounts b) => new(
        a.Documents + b.Documents, a.Collected + b.Collected, a.Refused + b.Refused, a.Unsure + b.Unsure, a.Purged + b.Purged);
}
