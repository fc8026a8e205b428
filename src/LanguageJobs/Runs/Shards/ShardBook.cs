namespace LanguageJobs.Runs;

/// <summary>
/// What a worker writes down about its shard: the journal, the parts with results and the file of refused documents. What a line of the journal
/// counts is on the disk before the line is.
/// </summary>
internal sealed class ShardBook : IDisposable
{
    private readonly object gate = new();
    private readonly ShardJournal journal;
    private readonly ResultParts parts;
    private readonly RefusedDocuments refused;
    private readonly ShardProgress progress;

    /// <exception cref="RunException">A file cannot be written to, or is shorter than the journal says.</exception>
    public ShardBook(RunSettings settings, int shard, ShardState state, ShardProgress progress)
    {
        Shard = shard;
        this.progress = progress;
        journal = new ShardJournal(settings.Folder.Journal(shard), shard, state);
        try
        {
            parts = new ResultParts(settings.Folder, shard, settings.Unit, state.Part, state.PartLength);
            refused = new RefusedDocuments(settings.Folder.Errors(shard), state.ErrorsLength);
        }
        catch (Exception e)
        {
            Dispose();
            throw NotWritable(e);
        }
    }

    public int Shard { get; }

    /// <summary>The number of the last part; 0 when there is none.</summary>
    public int Parts => parts.Part;

    /// <summary>What the journal adds up to.</summary>
    public T Read<T>(Func<ShardState, T> read) => journal.Read(read);

    /// <summary>Writes lines of the journal.</summary>
    /// <exception cref="RunException">They cannot be written.</exception>
    public async Task WriteAsync(params JournalEntry[] entries)
    {
        await journal.AppendAsync(entries).ConfigureAwait(false);
        progress.Settled = Read(state => state.Counts.Settled);
    }

    /// <summary>Writes down that documents have no results, and why.</summary>
    /// <exception cref="RunException">It cannot be written.</exception>
    public Task RefuseAsync(JournalEntry entry, IReadOnlyList<RefusedDocument> documents)
    {
        lock (gate)
        {
            Guarded(() => refused.Append(documents));
            return WriteAsync(entry with { ErrorsLength = refused.Length });
        }
    }

    /// <summary>Writes down the results of finished jobs.</summary>
    /// <param name="jobs">The jobs, each with the request that started it.</param>
    /// <param name="tasks">How many tasks each was sent with.</param>
    /// <exception cref="RunException">They cannot be written.</exception>
    public Task CollectAsync(IReadOnlyList<(OpenRequest Request, LanguageJob Job)> jobs, int tasks)
    {
        var failed = jobs.Select(one => JobOutcome.Refused(one.Job, one.Request.Documents, tasks).ToArray()).ToArray();
        Guarded(() => parts.Append(jobs.Select(one => one.Job)));
        lock (gate)
        {
            Guarded(() => refused.Append([.. failed.SelectMany(documents => documents)]));
            return WriteAsync([.. jobs.Select((one, i) => new JournalEntry(JournalEvent.Collected, DateTimeOffset.UtcNow)
            {
                Request = one.Request.Number,
                Documents = Array.ConvertAll(failed[i], document => document.ToJournal()),
                Part = parts.Part,
                PartLength = parts.Length,
                ErrorsLength = refused.Length,
            })]);
        }
    }

    /// <summary>Makes sure that the shard is still this process's own.</summary>
    /// <exception cref="RunException">Another process has it.</exception>
    public void RequireOurs() => journal.RequireOurs();

    /// <summary>Says how many bytes of the input are behind.</summary>
    public void PassInput(long bytes) => progress.Passed = bytes;

    public void Dispose()
    {
        journal.Dispose();
        parts?.Dispose();
        refused?.Dispose();
    }

    private void Guarded(Action write)
    {
        // A process that was asleep while another took its shard must not write over what that one wrote.
        journal.RequireOurs();
        try
        {
            write();
        }
        catch (Exception e)
        {
            throw NotWritable(e);
        }
    }

    private Exception NotWritable(Exception e) => e is IOException or UnauthorizedAccessException
        ? new RunException(RunFailure.RunNotWritable, $"The results of shard {Shard} cannot be written. {e.Message}", Shard, e)
        : e;
}
