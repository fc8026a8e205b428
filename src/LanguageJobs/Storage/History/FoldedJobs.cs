namespace LanguageJobs.Storage;

/// <summary>The jobs of the folded file, newest first, with a look ahead.</summary>
internal sealed class FoldedJobs : IDisposable
{
    private readonly BackwardReader? lines;
    private readonly LinkedList<RememberedJob> ahead = new();

    public FoldedJobs(string path)
    {
        try
        {
            lines = new BackwardReader(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // Nothing was folded yet.
        }
    }

    /// <summary>How many lines were torn or foreign so far.</summary>
    public int Skipped { get; private set; }

    /// <summary>Takes the jobs that are newer than a time.</summary>
    public IEnumerable<RememberedJob> TakeUntil(DateTimeOffset time)
    {
        while ((ahead.First is not null || ReadOne()) && ahead.First!.Value is { } job && job.Key > time)
        {
            ahead.RemoveFirst();
            yield return job;
        }
    }

    /// <summary>Finds a job that was not taken yet, looking no further back than a time.</summary>
    public RememberedJob? Find(string jobId, DateTimeOffset time)
    {
        for (var node = ahead.First; node is not null; node = node.Next)
        {
            if (node.Value.JobId == jobId)
                return node.Value;
        }
        while ((ahead.Last is null || ahead.Last.Value.Key >= time) && ReadOne())
        {
            if (ahead.Last!.Value.JobId == jobId)
                return ahead.Last.Value;
        }
        return null;
    }

    public void Dispose() => lines?.Dispose();

    private bool ReadOne()
    {
        while (lines?.Read() == true)
        {
            if (HistoryLine.Read(lines.Line) is { } job)
            {
                ahead.AddLast(job);
                return true;
            }
            Skipped++;
        }
        return false;
    }
}
