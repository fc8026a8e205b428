using System.Collections.Concurrent;

namespace LanguageJobs.Storage;

/// <summary>
/// The jobs that were started, waited for and read, in this session and others: the service itself cannot list jobs.
/// </summary>
internal sealed class JobHistory
{
    // With more jobs than this, some states are written twice, which is harmless.
    private const int MostStates = 10_000;

    private const int FoldAttempts = 10;

    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(200);

    private static readonly ConcurrentDictionary<string, JobHistory> OfFolder = new();

    private readonly HistoryFiles files;
    private readonly HistoryWriter writer;
    private readonly ConcurrentDictionary<string, (string? Status, int Completed, int Failed, bool IsRead)> written = new();

    private JobHistory(string folder)
    {
        files = new HistoryFiles(folder);
        writer = new HistoryWriter(files);
    }

    /// <summary>The history that the environment names; null when it is turned off.</summary>
    public static JobHistory? Current => HistoryFolder.Find() is { } folder ? OfFolder.GetOrAdd(folder, path => new JobHistory(path)) : null;

    /// <summary>Remembers an accepted job before it is emitted.</summary>
    /// <param name="job">The job.</param>
    /// <param name="skew">How far the service's time is ahead of this machine's; null when that is not known.</param>
    public void Accept(LanguageJob job, TimeSpan? skew)
    {
        if (IsNews(job, isRead: false))
            writer.Write(RememberedJob.Accepted(job, DateTimeOffset.UtcNow, skew));
    }

    /// <summary>Remembers what the service said about a job, where that is new.</summary>
    /// <param name="job">The job.</param>
    /// <param name="isRead">Whether all its results were read.</param>
    /// <param name="skew">How far the service's time is ahead of this machine's; null when that is not known.</param>
    public void See(LanguageJob job, bool isRead, TimeSpan? skew)
    {
        isRead &= job.IsFinished;
        if (IsNews(job, isRead))
            writer.Queue(RememberedJob.Of(job, DateTimeOffset.UtcNow, skew) with { IsRead = isRead });
    }

    /// <summary>Remembers where a job was exported to.</summary>
    public void Export(string jobId, string path) => writer.Queue(new RememberedJob(jobId, DateTimeOffset.UtcNow) { ExportedTo = path });

    /// <summary>Remembers that the service does not have a job any more.</summary>
    public void Purge(string jobId) => writer.Queue(new RememberedJob(jobId, DateTimeOffset.UtcNow) { IsPurged = true });

    /// <summary>Writes the queued events.</summary>
    public void Flush() => writer.Flush();

    /// <summary>All jobs, newest first.</summary>
    public IEnumerable<RememberedJob> NewestFirst()
    {
        writer.Flush();
        writer.Fold();
        return new HistoryReader(files).NewestFirst();
    }

    /// <summary>Forgets jobs.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write to the folder.</exception>
    public void Clear(Func<RememberedJob, bool> isCleared)
    {
        writer.CloseSegment();
        written.Clear();
        for (var attempt = 1; !HistoryFold.Run(files, isCleared) && attempt < FoldAttempts; attempt++)
            Thread.Sleep(BetweenAttempts);
        // Files that other processes still write to stay as they are; a line beside them says what is forgotten.
        foreach (var job in new HistoryReader(files).NewestFirst().Where(isCleared))
            writer.Write(new RememberedJob(job.JobId, DateTimeOffset.UtcNow) { Created = job.Key, IsForgotten = true });
    }

    /// <summary>Why the history cannot be written to; said once.</summary>
    public string? TakeWarning() => writer.TakeWarning();

    private bool IsNews(LanguageJob job, bool isRead)
    {
        if (job.JobId is not { Length: > 0 } id)
            return false;
        var state = (job.Status, job.Completed, job.Failed, isRead);
        if (written.TryGetValue(id, out var known) && (known == state || known.IsRead))
            return false;
        if (written.Count >= MostStates)
            written.Clear();
        written[id] = state;
        return true;
    }
}
