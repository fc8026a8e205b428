using LanguageJobs.Service;
using LanguageJobs.Wire;

namespace LanguageJobs.Runs;

/// <summary>Sends the documents of a shard that the journal does not have yet: as many requests at a time as the window has room for.</summary>
/// <param name="settings">What the run does.</param>
/// <param name="book">Where it is written down.</param>
/// <param name="known">The documents that the journal has.</param>
/// <param name="client">Sends the requests.</param>
/// <param name="window">Has room for so many jobs.</param>
/// <param name="accepted">Told of each job that was accepted, once the journal has it.</param>
internal sealed class ShardSender(
    RunSettings settings, ShardBook book, KnownDocuments known, JobClient client, ShardWindow window, Action<OpenRequest> accepted)
{
    // More at a time would only mean more that nobody is sure of when the process is killed.
    private const int MostUnderWay = 16;
    private const int MostRefusedAtOnce = 100;

    // A wrong parameter has every request refused. After so many, without one that was accepted, it is not the documents.
    private const int MostRefusedAtFirst = 3;

    private readonly DocumentPacker packer = new();
    private readonly SemaphoreSlim slots = new(MostUnderWay);
    private readonly CancellationTokenSource stopping = new();
    private readonly List<RefusedDocument> refused = [];
    private List<JournalDocument> packed = [];
    private int lastRequest = book.Read(state => state.LastRequest);
    private int requestsRefused;
    private Exception? failure;

    /// <summary>Sends all; ends once every request has been answered.</summary>
    /// <exception cref="RunException">The journal cannot be written to, or the input is not what it was.</exception>
    /// <exception cref="LanguageServiceException">The service takes no more requests.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var stop = cancellation.Register(stopping.Cancel);
        var underWay = new List<Task>();
        try
        {
            await SendAllAsync(underWay).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            Stop(e);
        }
        await Task.WhenAll(underWay).ConfigureAwait(false);
        if (failure is not null)
            throw failure;
        cancellation.ThrowIfCancellationRequested();
    }

    private async Task SendAllAsync(List<Task> underWay)
    {
        long count = 0;
        foreach (var document in settings.Input.Documents(book.PassInput))
        {
            stopping.Token.ThrowIfCancellationRequested();
            if (DocumentKey.Shard(document.Id, settings.Plan.Shards) != book.Shard)
                continue;
            count++;
            if (Pack(document) is { } full)
                await SendAsync(full, underWay).ConfigureAwait(false);
            if (refused.Count >= MostRefusedAtOnce)
                await RefuseAsync().ConfigureAwait(false);
        }
        if (known.Left is > 0 and var left)
        {
            throw new RunException(RunFailure.InputChanged, FormattableString.Invariant(
                $"The input of shard {book.Shard} has changed: {left:N0} documents that the journal has are not in it any more."), book.Shard);
        }
        await SendAsync(TakeAll(packer.TakeAll()), underWay).ConfigureAwait(false);
        await RefuseAsync().ConfigureAwait(false);
        await book.WriteAsync(new JournalEntry(JournalEvent.Read, DateTimeOffset.UtcNow) { Count = count }).ConfigureAwait(false);
    }

    // The documents of a request that is full now; null as long as there is room.
    private PackedRequest? Pack(RunDocument document)
    {
        var id = DocumentKey.OfId(document.Id);
        try
        {
            var text = document.ReadText();
            var language = document.Language ?? settings.Plan.Language;
            var content = DocumentKey.OfContent(text, language);
            switch (known.Take(id, content))
            {
                case true:
                    return null;
                case null:
                    throw new RunException(RunFailure.InputChanged,
                        $"Document '{document.Id}' is not what it was when it was sent. A run's input must stay as it is.", document.Id);
            }
            var full = packer.Add(document.Id, 0, text, language);
            var batch = full is null ? null : TakeAll(full);
            packed.Add(new JournalDocument(document.Id, content));
            return batch;
        }
        catch (DocumentRefusedException e)
        {
            Refuse(document, id, e.Reason.ToString(), e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Refuse(document, id, "FileNotReadable", e.Message);
        }
        return null;
    }

    private PackedRequest TakeAll(IReadOnlyList<InputDocument> documents)
    {
        var batch = new PackedRequest(documents, packed);
        packed = [];
        return batch;
    }

    private void Refuse(RunDocument document, ulong id, string code, string message)
    {
        if (known.Take(id, null) != true)
            refused.Add(new RefusedDocument(document.Id, code, message));
    }

    private async Task RefuseAsync()
    {
        if (refused.Count == 0)
            return;
        RefusedDocument[] all = [.. refused];
        refused.Clear();
        await book.RefuseAsync(new JournalEntry(JournalEvent.Refused, DateTimeOffset.UtcNow) { Documents = Array.ConvertAll(all, one => one.ToJournal()) }, all)
            .ConfigureAwait(false);
    }

    private async Task SendAsync(PackedRequest batch, List<Task> underWay)
    {
        if (batch.Documents.Count == 0)
            return;
        await window.EnterAsync(stopping.Token).ConfigureAwait(false);
        await slots.WaitAsync(stopping.Token).ConfigureAwait(false);
        underWay.RemoveAll(task => task.IsCompleted);
        underWay.Add(SubmitAsync(++lastRequest, batch));
    }

    private async Task SubmitAsync(int number, PackedRequest batch)
    {
        try
        {
            await book.WriteAsync(Entry(JournalEvent.Submitting, number) with { Documents = batch.Keys }).ConfigureAwait(false);
            if (await TrySubmitAsync(number, batch).ConfigureAwait(false) is { } job)
            {
                await WriteAcceptedAsync(number, job).ConfigureAwait(false);
                accepted(new OpenRequest(number, batch.Keys, job.JobId, job.OperationLocation));
            }
            else
            {
                window.Leave();
            }
        }
        catch (Exception e)
        {
            Stop(e);
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<LanguageJob?> TrySubmitAsync(int number, PackedRequest batch)
    {
        try
        {
            return await client.SubmitAsync(new SubmitRequest(settings.DisplayName, batch.Documents, settings.Tasks), stopping.Token).ConfigureAwait(false);
        }
        catch (LanguageServiceException e) when (e.Failure == ServiceFailure.RequestRejected)
        {
            await RefuseAsync(number, batch, e).ConfigureAwait(false);
        }
        catch (LanguageServiceException e) when (e.Failure is ServiceFailure.SubmissionUncertain or ServiceFailure.InvalidResponse)
        {
            await book.WriteAsync(Entry(JournalEvent.Unsure, number)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or LanguageServiceException or FormatException)
        {
            // The service has certainly not taken it.
            await book.WriteAsync(Entry(JournalEvent.Returned, number)).ConfigureAwait(false);
            if (!stopping.IsCancellationRequested || e is not OperationCanceledException)
                Stop(e);
        }
        return null;
    }

    private async Task WriteAcceptedAsync(int number, LanguageJob job)
    {
        try
        {
            await book.WriteAsync(Entry(JournalEvent.Accepted, number) with { JobId = job.JobId, Location = job.OperationLocation }).ConfigureAwait(false);
        }
        catch (RunException e)
        {
            throw new RunException(e.Failure,
                $"{e.Message} The service had accepted job {job.JobId}; its documents count as unsure.", e.Subject, e);
        }
    }

    private async Task RefuseAsync(int number, PackedRequest batch, LanguageServiceException e)
    {
        var entry = Entry(JournalEvent.Refused, number) with { Code = e.Code ?? e.Failure.ToString() };
        await book.RefuseAsync(entry, [.. batch.Keys.Select(document => new RefusedDocument(document.Id, entry.Code, e.Message))]).ConfigureAwait(false);
        if (Interlocked.Increment(ref requestsRefused) >= MostRefusedAtFirst && !book.Read(state => state.HasAccepted))
        {
            throw new RunException(RunFailure.RunRefused,
                $"The service has refused the first {MostRefusedAtFirst} requests, so the task is probably wrong rather than the documents. {e.Message}", book.Shard, e);
        }
    }

    private void Stop(Exception e)
    {
        if (e is IOException or UnauthorizedAccessException)
            e = new RunException(RunFailure.InputNotUsable, $"The input cannot be read. {e.Message}", book.Shard, e);
        Interlocked.CompareExchange(ref failure, e, null);
        stopping.Cancel();
    }

    private static JournalEntry Entry(JournalEvent what, int number) => new(what, DateTimeOffset.UtcNow) { Request = number };

    private sealed record PackedRequest(IReadOnlyList<InputDocument> Documents, IReadOnlyList<JournalDocument> Keys);
}
