namespace LanguageJobs.Service;

/// <summary>A job that is waited for.</summary>
internal sealed class WatchedJob(object source, JobAddress address, long number, TimeSpan added)
{
    // The job's age at the last answer, by the service's clock, and the watch's time of that answer. A stopwatch measures the time since.
    private TimeSpan? age;
    private TimeSpan seen;
    private volatile bool mayBeGivenUp;

    /// <summary>What the user gave.</summary>
    public object Source { get; } = source;

    /// <summary>Where to ask for it: in the version that answered, once one has.</summary>
    public JobAddress Address { get; private set; } = address;

    /// <summary>Orders jobs that are due at the same time.</summary>
    public long Number { get; } = number;

    /// <summary>When it is due; a time of the watch's clock.</summary>
    public TimeSpan Due { get; set; }

    /// <summary>The job in the last answer; null before the first one.</summary>
    public LanguageJob? LastSeen { get; private set; }

    /// <summary>How many polls in a row failed.</summary>
    public int Failures { get; private set; }

    /// <summary>True once it was polled and was not finished. Before that, it must not be reported as unfinished.</summary>
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

    /// <summary>Counts a poll that failed with a transient error.</summary>
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
