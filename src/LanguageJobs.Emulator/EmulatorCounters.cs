using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using LanguageJobs.Emulator.Jobs;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator;

/// <summary>
/// What the emulator has seen since it started or was reset. Safe to read while it runs. Of jobs, documents and names it knows
/// the newest million.
/// </summary>
public sealed class EmulatorCounters
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly BoundedTable<int> polls = new(StringComparer.OrdinalIgnoreCase);
    private readonly BoundedTable<int> acceptedDocuments = new(StringComparer.Ordinal);
    private readonly BoundedTable<int> acceptedDisplayNames = new(StringComparer.Ordinal);
    private readonly BoundedTable<JobTimes> jobs = new(StringComparer.OrdinalIgnoreCase);
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

    /// <summary>Requests of any kind but those for health, control and the page at <c>/</c>.</summary>
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
    [JsonIgnore]
    public IReadOnlyDictionary<string, int> AcceptedDocuments => acceptedDocuments.Values;

    /// <summary>How many submissions of each display name were taken; the empty name counts those without.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, int> AcceptedDisplayNames => acceptedDisplayNames.Values;

    /// <summary>When each job was taken and is finished, by job id.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JobTimes> Jobs => jobs.Values;

    /// <summary>The most requests that were under way at the same time.</summary>
    public int MaximumInFlight => Volatile.Read(ref maximumInFlight);

    /// <summary>The most requests that arrived within any 60 seconds.</summary>
    public int MaximumRequestsPerMinute => Volatile.Read(ref maximumPerMinute);

    /// <summary>How often each job was asked for, by job id; ids that do not exist included.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, int> Polls => polls.Values;

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

    internal void Polled(string jobId) => polls.Set(jobId, 1, (_, count) => count + 1);

    internal void WasThrottled() => Interlocked.Increment(ref throttled);

    internal void Met(FaultKinds fault) => faults.AddOrUpdate(fault, 1, (_, count) => count + 1);

    internal void TookUnseen() => Interlocked.Increment(ref unseenSubmissions);

    internal void Accepted(string jobId, Submission submission, JobTimeline timeline)
    {
        Interlocked.Increment(ref acceptedSubmissions);
        acceptedDisplayNames.Set(submission.DisplayName ?? "", 1, (_, count) => count + 1);
        foreach (var document in submission.Documents)
            acceptedDocuments.Set(document.Id, 1, (_, count) => count + 1);
        jobs.Set(jobId, new JobTimes(timeline.Start, timeline.End));
    }

    internal void CancelTaken(string jobId, JobTimeline timeline)
    {
        Interlocked.Increment(ref cancels);
        jobs.Set(jobId, new JobTimes(timeline.Start, timeline.End));
    }

    internal void Reset()
    {
        requests = gets = posts = unauthorized = acceptedSubmissions = unseenSubmissions = cancels = throttled = 0;
        polls.Clear();
        acceptedDocuments.Clear();
        acceptedDisplayNames.Clear();
        jobs.Clear();
        faults.Clear();
        lock (gate)
        {
            // What is under way stays under way.
            maximumInFlight = inFlight;
            maximumPerMinute = 0;
            recent.Clear();
        }
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
