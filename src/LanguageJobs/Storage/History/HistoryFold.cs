namespace LanguageJobs.Storage;

/// <summary>
/// Merges segments that are no longer in use into the folded file: one line a job, sorted by time, without jobs that are older than
/// 90 days or beyond 100,000. A crash between two steps leaves duplicate lines, which are harmless.
/// </summary>
internal static class HistoryFold
{
    private const int MostJobs = 100_000;

    // Below both limits a listing is fast enough; folding takes time in proportion to the whole history.
    private const int ManySegments = 32;
    private const int ManyBytes = 1024 * 1024;

    private static readonly DateTimeOffset LongAgo = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan LongestAge = TimeSpan.FromDays(90);

    /// <summary>Folds, unless there is little to fold or another process is folding.</summary>
    public static void RunWhereItPays(HistoryFiles files)
    {
        try
        {
            var segments = files.Segments();
            if (segments.Length >= ManySegments || segments.Sum(segment => new FileInfo(segment).Length) >= ManyBytes)
                Run(files, _ => false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next one tries again.
        }
    }

    /// <summary>Folds, and leaves out jobs.</summary>
    /// <param name="files">The history.</param>
    /// <param name="isCleared">Says which jobs to leave out.</param>
    /// <returns>False when another process is folding, or where the file system has no locks to keep it from that.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static bool Run(HistoryFiles files, Func<RememberedJob, bool> isCleared)
    {
        using var only = files.TryLock();
        if (only is null)
            return false;
        AtomicFile.RemoveAbandoned(files.Folder);
        var closed = Array.FindAll(files.Segments(), HistoryFiles.IsClosed);
        var jobs = new Dictionary<string, RememberedJob>();
        foreach (var segment in closed)
            HistoryReader.Read(segment, jobs);
        var others = AddFolded(files.Folded, jobs);
        // The clock may be wrong, so the history's own times, mostly from the service, are also considered.
        var newest = jobs.Values.Select(job => job.Key).Concat([others.Newest]).Max();
        var oldest = (newest < DateTimeOffset.UtcNow ? newest : DateTimeOffset.UtcNow) - LongestAge;
        Write(files.Folded, [.. jobs.Values.OrderBy(job => job.Key)], job => job.Key < oldest || isCleared(job), others.Count + jobs.Count - MostJobs);
        foreach (var segment in closed)
            File.Delete(segment);
        return true;
    }

    // Lays what the segments say over what the folded file says about the same jobs. Its other jobs stay where they are, so memory is
    // needed for the segments alone.
    private static (int Count, DateTimeOffset Newest) AddFolded(string folded, Dictionary<string, RememberedJob> jobs)
    {
        var (count, newest) = (0, LongAgo);
        foreach (var (job, _) in Folded(folded))
        {
            if (job.Key > newest)
                newest = job.Key;
            if (jobs.TryGetValue(job.JobId, out var young))
                jobs[job.JobId] = RememberedJob.Merge(job, young);
            else
                count++;
        }
        return (count, newest);
    }

    private static void Write(string folded, RememberedJob[] jobs, Func<RememberedJob, bool> isLeftOut, int tooMany)
    {
        var ids = new HashSet<string>(jobs.Select(job => job.JobId));
        using var file = new AtomicFile(folded, ownerOnly: true);
        var next = 0;
        foreach (var (job, line) in Folded(folded))
        {
            if (ids.Contains(job.JobId))
                continue;
            for (; next < jobs.Length && jobs[next].Key <= job.Key; next++)
                WriteOne(jobs[next], null);
            WriteOne(job, line);
        }
        for (; next < jobs.Length; next++)
            WriteOne(jobs[next], null);
        file.Commit();

        void WriteOne(RememberedJob job, byte[]? line)
        {
            if (tooMany-- > 0 || isLeftOut(job))
                return;
            if (line is null)
                HistoryLine.Write(file.Stream, job);
            else
                file.Stream.Write(line, 0, line.Length);
        }
    }

    // The jobs of the folded file, each with its line as it stands.
    private static IEnumerable<(RememberedJob Job, byte[] Line)> Folded(string path)
    {
        if (!File.Exists(path))
            yield break;
        using var lines = new JournalReader(path);
        while (lines.Read())
        {
            if (HistoryLine.Read(lines.Line) is { } job)
                yield return (job, [.. lines.Line, (byte)'\n']);
        }
    }
}
