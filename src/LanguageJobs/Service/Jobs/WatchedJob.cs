namespace LanguageJobs.Service;

/// <summary>A job that is waited for.</summary>
internal sealed class WatchedJob(object source, JobAddress address, long number, TimeSpan added)
{
    // What the service's clock said last, and when that was by the watch's own: since then a stopwatch tells the age.
    private TimeSpan? age;
    private TimeSpan seen;
    private volatile bool mayBeGivenUp;

    /// <summary>What the user gave.</summary>
    public object Source { get; } = source;

    /// <summary>Where to ask for it: in the version that answered, once one has.</summary>
    public JobAddress Address { get; private set; } = address;

    /// <summary>Tells jobs apart that are due at the same time.</summary>
    public long Number { get; } = number;

    /// <summary>When it is due; a time of the watch's clock.</summary>
    public TimeSpan Due { get; set; }

    /// <summary>The job as it was seen last; null as long as it was not.</summary>
    public LanguageJob? LastSeen { get; private set; }

    /// <summary>How many times in a row it could not be asked for.</summary>
    public int Failures { get; private set; }

    /// <summary>True once it was asked for and is not known to be finished: before that nobody may call it unfinished.</summary>
    public bool MayBeGivenUp => mayBeGivenUp;

    public void Seen(JobPoll poll, TimeSpan now)
    {
        Failures = 0;
        LastSeen = poll.Job;
        Address = Address with { Answered = poll.Job.ApiVersion };
        age = poll.Age;
        seen = now;
        mayBeGivenUp = !poll.Job.IsFinished;
    }

    /// <summary>Counts a question that failed for a reason that may pass.</summary>
    public void Missed(bool countsAgainstIt)
    {
        if (countsAgainstIt)
            Failures++;
        mayBeGivenUp = LastSeen is not { IsFinished: true };
    }

    /// <summary>How long it has been running: as the service says, at least as long as it has been waited for.</summary>
    public TimeSpan Age(TimeSpan now)
    {
        var waited = now - added;
        var running = age + (now - seen);
        return running > waited ? running.Value : waited;
    }
}
