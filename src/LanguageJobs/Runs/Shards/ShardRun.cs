using System.Diagnostics;
using LanguageJobs.Service;
using LanguageJobs.Storage;

namespace LanguageJobs.Runs;

/// <summary>The work at one shard: it sends, waits and collects at the same time, and goes on where a worker before left off.</summary>
internal sealed class ShardRun(RunSettings settings, int shard, JobClient client)
{
    private static readonly string Holder = $"{Environment.MachineName}:{Process.GetCurrentProcess().Id}";

    private ShardState state = new();
    private bool isDone;
    private DateTimeOffset? ended;

    public int Shard { get; } = shard;

    public ShardProgress Progress { get; } = new();

    /// <summary>Why the work ended before the shard was done; null when nothing failed.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>What a worker of this shard alone ends with.</summary>
    public int ExitCode => Failure is null ? RunExitCode.Of(state.Counts) : RunExitCode.Of(Failure);

    public LanguageJobRunShard ToShard() => new(Shard)
    {
        Counts = state.Counts,
        Holder = state.Holder,
        Started = state.Started,
        IsDone = isDone,
        Ended = ended,
    };

    /// <summary>Works until the shard is done, or something ends the work.</summary>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            if (FindDone())
                return;
            using var held = TakeLock();
            state = ShardState.Read(settings.Folder.Journal(Shard));
            await WorkAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            Failure ??= e is IOException or UnauthorizedAccessException ? new RunException(RunFailure.InputNotUsable, e.Message, Shard, e) : e;
        }
    }

    private bool FindDone()
    {
        if (DoneFile.Find(settings.Folder.Done(Shard)) is not { } done)
            return false;
        state = ShardState.Read(settings.Folder.Journal(Shard));
        (isDone, ended) = (true, done.At);
        return true;
    }

    private IDisposable TakeLock()
    {
        try
        {
            settings.Folder.Create();
            if (FileLock.TryTake(settings.Folder.Lock(Shard)) is { } held)
                return held;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunException(RunFailure.RunNotWritable, $"The folder '{settings.Folder.Path}' cannot be written to. {e.Message}", settings.Folder.Path, e);
        }
        state = ShardState.Read(settings.Folder.Journal(Shard));
        throw new RunException(RunFailure.ShardInUse, $"Shard {Shard} is in use by process {state.Holder ?? "(unknown)"} (machine:process).", Shard);
    }

    private async Task WorkAsync(CancellationToken cancellation)
    {
        OpenRequest[] accepted = [.. state.Open.Where(request => request.JobId is not null)];
        RequireEndpoints(accepted);
        using var book = new ShardBook(settings, Shard, state, Progress);
        await book.WriteAsync(Beginning()).ConfigureAwait(false);
        var window = new ShardWindow(settings.Window, accepted.Length);
        var known = KnownDocuments.Read(settings.Folder.Journal(Shard), state);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var sendingEnds = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        var collector = new ShardCollector(settings, book, window, sendingEnds.Cancel, ending.Token);
        foreach (var request in accepted)
            collector.Add(request, justStarted: false);
        var sender = new ShardSender(settings, book, known, client, window, request => collector.Add(request, justStarted: true));

        var sending = Task.Run(() => sender.RunAsync(sendingEnds.Token), CancellationToken.None);
        try
        {
            await Task.Run(() => collector.RunAsync(sending), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Failure ??= e is OperationCanceledException ? null : e;
            ending.Cancel();
        }
        try
        {
            await sending.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception e)
        {
            Failure ??= e;
        }
        Failure ??= Left(collector.Failure);
        await EndAsync(book, cancellation).ConfigureAwait(false);
    }

    private void RequireEndpoints(OpenRequest[] requests)
    {
        foreach (var request in requests)
        {
            var address = JobAddress.Parse(request.Location ?? request.JobId!);
            if (!settings.Clients.Any(client => client.Has(address)))
            {
                throw new RunException(RunFailure.EndpointMissing,
                    $"Jobs of shard {Shard} are at {address.Endpoint}, and no connection to it was given.", Shard);
            }
        }
    }

    // What a killed worker was about to send, it may have sent. The user was asked about those that were unsure before, not about these.
    private JournalEntry[] Beginning()
    {
        var now = DateTimeOffset.UtcNow;
        return
        [
            new JournalEntry(JournalEvent.Opened, now) { Holder = Holder },
            .. settings.Resubmit.SelectMany(state.In).Select(number => new JournalEntry(JournalEvent.Released, now) { Request = number }),
            .. state.In(RequestState.Submitting).Select(number => new JournalEntry(JournalEvent.Unsure, now) { Request = number }),
        ];
    }

    private Exception? Left(Exception? failure) => failure is null or LanguageServiceException
        ? failure
        : new RunException(RunFailure.JobsLeft, $"Jobs of shard {Shard} could not be collected. {failure.Message}", Shard, failure);

    private async Task EndAsync(ShardBook book, CancellationToken cancellation)
    {
        if (Failure is RunException { Failure: RunFailure.RunNotWritable or RunFailure.ShardInUse })
            return;
        if (Failure is null && !cancellation.IsCancellationRequested && state.Counts is { Pending: 0, Unsure: 0, Purged: 0 })
        {
            book.RequireOurs();
            try
            {
                DoneFile.Write(settings.Folder, Shard, state.Counts, book.Parts);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new RunException(RunFailure.RunNotWritable, $"The folder '{settings.Folder.Path}' cannot be written to. {e.Message}", settings.Folder.Path, e);
            }
            (isDone, ended) = (true, DateTimeOffset.UtcNow);
        }
        await book.WriteAsync(new JournalEntry(JournalEvent.Closed, DateTimeOffset.UtcNow)).ConfigureAwait(false);
    }
}
