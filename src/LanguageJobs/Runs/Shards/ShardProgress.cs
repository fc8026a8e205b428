namespace LanguageJobs.Runs;

/// <summary>How far the work at a shard is; read on another thread than it is written.</summary>
internal sealed class ShardProgress
{
    private long passed;
    private long settled;

    /// <summary>How many bytes of the input are behind.</summary>
    public long Passed
    {
        get => Interlocked.Read(ref passed);
        set => Interlocked.Exchange(ref passed, value);
    }

    /// <summary>How many documents are collected or refused.</summary>
    public long Settled
    {
        get => Interlocked.Read(ref settled);
        set => Interlocked.Exchange(ref settled, value);
    }
}
