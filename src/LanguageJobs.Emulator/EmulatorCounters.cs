using System.Collections.Concurrent;
using LanguageJobs.Emulator.Jobs;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator;

/// <summary>What the emulator has seen so far. Safe to read while it runs.</summary>
public sealed class EmulatorCounters
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, int> polls = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, int> acceptedDocuments = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> acceptedDisplayNames = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, JobTimes> jobs = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<FaultKinds, int> faults = new();
    private readonly Queue<long> recent = new();
    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private int requests;
    private int gets;
    private int posts;
    private int unauthorized;
    private int acceptedSubmissions;
    private int unseenSubmissions;
    private int cancels;
    private int throttled;
    private int inFlight;
    private int maximumInFlight;
    private int maximumPerMinute;

    internal EmulatorCounters(TimeProvider clock) => this.clock = clock;

    /// <summary>Requests of any kind, <c>/healthz</c> aside.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <summary>GET requests.</summary>
    public int Gets => Volatile.Read(ref gets);

    /// <summary>POST requests.</summary>
    public int Posts => Volatile.Read(ref posts);

    /// <summary>Requests refused with 401.</summary>
    public int Unauthorized => Volatile.Read(ref unauthorized);

    /// <summary>Submissions that were taken.</summary>
    public int AcceptedSubmissions => Volatile.Read(ref acceptedSubmissions);

    /// <summary>Those of them whose answer was lost to a fault: the client cannot know that they were taken.</summary>
    public int UnseenSubmissions => Volatile.Read(ref unseenSubmissions);

    /// <summary>Cancels that were taken.</summary>
    public int Cancels => Volatile.Read(ref cancels);

    /// <summary>Requests refused with 429 because of the rate limit.</summary>
    public int Throttled => Volatile.Read(ref throttled);

    /// <summary>Faults that requests met, by kind.</summary>
    public IReadOnlyDictionary<FaultKinds, int> Faults => faults;

    /// <summary>How often each document was taken, by document id, over all submissions.</summary>
    public IReadOnlyDictionary<string, int> AcceptedDocuments => acceptedDocuments;

    /// <summary>How many submissions of each display name were taken; the empty name counts those without.</summary>
    public IReadOnlyDictionary<string, int> AcceptedDisplayNames => acceptedDisplayNames;

    /// <summary>When each job was taken and is finished, by job id.</summary>
    public IReadOnlyDictionary<string, JobTimes> Jobs => jobs;

    /// <summary>The most requests that were under way at the same time.</summary>
    public int MaximumInFlight => Volatile.Read(ref maximumInFlight);

    /// <summary>The most requests that arrived within any 60 seconds.</summary>
    public int MaximumRequestsPerMinute => Volatile.Read(ref maximumPerMinute);

    /// <summary>How often each job was asked for, by job id; ids that do not exist included.</summary>
    public IReadOnlyDictionary<string, int> Polls => polls;

    internal void Arrived(string method)
    {
        Interlocked.Increment(ref requests);
        if (method == "GET")
            Interlocked.Increment(ref gets);
        else if (method == "POST")
            Interlocked.Increment(ref posts);
        lock (gate)
        {
            maximumInFlight = Math.Max(maximumInFlight, ++inFlight);
            SlideWindow();
        }
    }

    internal void Left()
    {
        lock (gate)
            inFlight--;
    }

    internal void Refused() => Interlocked.Increment(ref unauthorized);

    internal void Polled(string jobId) => polls.AddOrUpdate(jobId, 1, (_, count) => count + 1);

    internal void WasThrottled() => Interlocked.Increment(ref throttled);

    internal void Met(FaultKinds fault) => faults.AddOrUpdate(fault, 1, (_, count) => count + 1);

    internal void TookUnseen() => Interlocked.Increment(ref unseenSubmissions);

    internal void Accepted(string jobId, Submission submission, JobTimeline timeline)
    {
        Interlocked.Increment(ref acceptedSubmissions);
        acceptedDisplayNames.AddOrUpdate(submission.DisplayName ?? "", 1, (_, count) => count + 1);
        foreach (var document in submission.Documents)
            acceptedDocuments.AddOrUpdate(document.Id, 1, (_, count) => count + 1);
        jobs[jobId] = new JobTimes(timeline.Start, timeline.End);
    }

    internal void CancelTaken(string jobId, JobTimeline timeline)
    {
        Interlocked.Increment(ref cancels);
        jobs[jobId] = new JobTimes(timeline.Start, timeline.End);
    }

    private void SlideWindow()
    {
        var now = clock.GetTimestamp();
        recent.Enqueue(now);
        while (clock.GetElapsedTime(recent.Peek(), now) >= Window)
            recent.Dequeue();
        maximumPerMinute = Math.Max(maximumPerMinute, recent.Count);
    }
}
