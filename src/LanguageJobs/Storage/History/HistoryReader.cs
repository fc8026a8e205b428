namespace LanguageJobs.Storage;

/// <summary>Reads a history, newest job first, while others write to it and fold it.</summary>
internal sealed class HistoryReader(HistoryFiles files)
{
    // How far apart the times of one job may be: when it was accepted, by this machine's clock, and when the service says it took it.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);

    /// <summary>How many lines were torn or foreign so far.</summary>
    public int Skipped { get; private set; }

    public IEnumerable<RememberedJob> NewestFirst()
    {
        // Segments come first: one that is folded meanwhile is found again in the file that is opened after it.
        var recent = Recent();
        using var folded = new FoldedJobs(files.Folded);
        foreach (var (id, key) in recent.Values.OrderByDescending(job => job.Key).Select(job => (job.JobId, job.Key)).ToArray())
        {
            if (folded.Find(id, key - Slack) is { } old)
                recent[id] = RememberedJob.Merge(old, recent[id]);
            foreach (var older in Others(folded.TakeUntil(key), recent))
                yield return older;
            if (recent[id] is { IsForgotten: false } job)
                yield return job;
        }
        foreach (var older in Others(folded.TakeUntil(DateTimeOffset.MinValue), recent))
            yield return older;
        Skipped += folded.Skipped;
    }

    /// <summary>What a file says about jobs, put together by job.</summary>
    /// <returns>How many lines were torn or foreign.</returns>
    public static int Read(string file, Dictionary<string, RememberedJob> jobs)
    {
        using var lines = new JournalReader(file);
        while (lines.Read())
        {
            if (HistoryLine.Read(lines.Line) is { } job)
                jobs[job.JobId] = jobs.TryGetValue(job.JobId, out var known) ? RememberedJob.Merge(known, job) : job;
            else
                lines.Skipped++;
        }
        return lines.Skipped;
    }

    // The jobs of which segments say nothing; what is known of the others is laid under what segments say.
    private static IEnumerable<RememberedJob> Others(IEnumerable<RememberedJob> folded, Dictionary<string, RememberedJob> recent)
    {
        foreach (var job in folded)
        {
            if (recent.TryGetValue(job.JobId, out var young))
                recent[job.JobId] = RememberedJob.Merge(job, young);
            else if (!job.IsForgotten)
                yield return job;
        }
    }

    private Dictionary<string, RememberedJob> Recent()
    {
        var jobs = new Dictionary<string, RememberedJob>();
        foreach (var segment in files.Segments())
        {
            try
            {
                Skipped += Patiently(() => Read(segment, jobs));
            }
            catch (FileNotFoundException)
            {
                // Folded meanwhile.
            }
        }
        return jobs;
    }

    // Checking whether a segment is in use locks it for a moment.
    private static int Patiently(Func<int> read)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return read();
            }
            catch (IOException e) when (attempt < 20 && e is not (FileNotFoundException or DirectoryNotFoundException))
            {
                Thread.Sleep(attempt);
            }
        }
    }
}
