namespace LanguageJobs.Service;

/// <summary>A job that is waited for.</summary>
internal sealed class WatchedJob(object source, JobAddress address, long number, TimeSpan added)
{
    /// <summary>What the user gave.</summary>
    public object Source { get; } = source;

    /// <summary>Where to ask for it: in the version that answered, once one has.</summary>
    public JobAddress Address { get; set; } = address;

    /// <summary>Tells jobs apart that are due at the same time.</summary>
    public long Number { get; } = number;

    /// <summary>When it is due; a time of the watch's clock.</summary>
    public TimeSpan Due { get; set; }

    /// <summary>The job as it was seen last; null as long as it was not.</summary>
    public LanguageJob? LastSeen { get; set; }

    /// <summary>How many times in a row it could not be asked for.</summary>
    public int Failures { get; set; }

    /// <summary>How long it has been running: as the service says, at least as long as it has been waited for.</summary>
    public TimeSpan Age(TimeSpan now)
    {
        var waited = now - added;
        var running = LastSeen?.CreatedDateTime is { } created ? DateTimeOffset.UtcNow - created : TimeSpan.Zero;
        return running > waited ? running : waited;
    }
}
