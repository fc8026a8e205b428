using System.Collections.Concurrent;

namespace LanguageJobs.Emulator;

/// <summary>What the emulator has seen so far. Safe to read while it runs.</summary>
public sealed class EmulatorCounters
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, int> polls = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<long> recent = new();
    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private int requests;
    private int gets;
    private int posts;
    private int unauthorized;
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

    private void SlideWindow()
    {
        var now = clock.GetTimestamp();
        recent.Enqueue(now);
        while (clock.GetElapsedTime(recent.Peek(), now) >= Window)
            recent.Dequeue();
        maximumPerMinute = Math.Max(maximumPerMinute, recent.Count);
    }
}
