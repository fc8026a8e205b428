using LanguageJobs.Storage;

namespace LanguageJobs.Runs;

/// <summary>
/// Writes a shard's journal. A line is on the disk when its task ends; lines that come while the disk is busy are written together, so a
/// hundred requests do not wait for the disk a hundred times.
/// </summary>
internal sealed class ShardJournal : IDisposable
{
    private readonly JournalWriter writer;
    private readonly int shard;
    private readonly ShardState state;
    private readonly object gate = new();
    private PendingLines next = new();
    private bool isWriting;
    private RunException? broken;

    /// <exception cref="RunException">The journal cannot be written to.</exception>
    public ShardJournal(string path, int shard, ShardState state)
    {
        this.shard = shard;
        this.state = state;
        try
        {
            writer = new JournalWriter(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(e, path);
        }
    }

    /// <summary>What the lines that are on the disk add up to.</summary>
    public T Read<T>(Func<ShardState, T> read)
    {
        lock (gate)
            return read(state);
    }

    /// <summary>Appends lines, in the order of the calls.</summary>
    /// <exception cref="RunException">The disk is full, or another process has the journal. Nothing is appended any more.</exception>
    public Task AppendAsync(params JournalEntry[] entries)
    {
        lock (gate)
        {
            if (broken is not null)
                return Task.FromException(broken);
            next.Add(entries);
            if (!isWriting)
            {
                isWriting = true;
                Task.Run(WriteBatches);
            }
            return next.Written;
        }
    }

    /// <summary>Makes sure that the shard is still this process's own, before it writes to other files of the shard.</summary>
    /// <exception cref="RunException">Another process has the journal.</exception>
    public void RequireOurs()
    {
        try
        {
            lock (writer)
                writer.RequireOurs();
        }
        catch (IOException e)
        {
            throw Failure(e, writer.Path);
        }
    }

    public void Dispose() => writer.Dispose();

    private void WriteBatches()
    {
        while (true)
        {
            PendingLines batch;
            lock (gate)
            {
                if (next.IsEmpty || broken is not null)
                {
                    isWriting = false;
                    next.Fail(broken);
                    return;
                }
                batch = next;
                next = new PendingLines();
            }
            Write(batch);
        }
    }

    private void Write(PendingLines batch)
    {
        try
        {
            lock (writer)
                batch.WriteTo(writer);
            lock (gate)
            {
                foreach (var entry in batch.Entries)
                    state.Apply(entry);
            }
            batch.Succeed();
        }
        catch (Exception e)
        {
            lock (gate)
                broken = Failure(e, writer.Path);
            batch.Fail(broken);
        }
    }

    private RunException Failure(Exception e, string path) => e is JournalTakenException
        ? new RunException(RunFailure.ShardInUse, $"Shard {shard} was taken over by another process, so this one has stopped. {e.Message}", shard, e)
        : new RunException(RunFailure.RunNotWritable, $"The journal '{path}' cannot be written to. {e.Message}", path, e);

    private sealed class PendingLines
    {
        private readonly MemoryStream lines = new();
        private readonly TaskCompletionSource<bool> written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<JournalEntry> Entries { get; } = [];

        public Task Written => written.Task;

        public bool IsEmpty => Entries.Count == 0;

        public void Add(JournalEntry[] entries)
        {
            foreach (var entry in entries)
                JournalLine.Write(lines, entry);
            Entries.AddRange(entries);
        }

        public void WriteTo(JournalWriter writer)
        {
            writer.Append(lines.GetBuffer(), (int)lines.Length);
            writer.Flush();
        }

        public void Succeed() => written.TrySetResult(true);

        public void Fail(Exception? failure)
        {
            if (failure is not null && !IsEmpty)
                written.TrySetException(failure);
        }
    }
}
