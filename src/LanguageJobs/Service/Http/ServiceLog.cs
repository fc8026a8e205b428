using System.Collections.Concurrent;

namespace LanguageJobs.Service;

/// <summary>
/// What a command's requests have to say to it and to ask of it. They do so on any thread; the command passes on what they say,
/// and does what they ask, on its own.
/// </summary>
/// <param name="least">The least important messages that are kept; the others interest nobody.</param>
internal sealed class ServiceLog(ServiceMessageKind least = ServiceMessageKind.Debug)
{
    private readonly ConcurrentQueue<ServiceMessage> messages = new();
    private readonly ConcurrentDictionary<string, bool> warned = new();
    private readonly ConcurrentQueue<Action> errands = new();
    private readonly TaskCompletionSource<object?> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Debug(string text) => Add(ServiceMessageKind.Debug, text);

    public void Verbose(string text) => Add(ServiceMessageKind.Verbose, text);

    /// <summary>A warning, once a command however many answers bring it.</summary>
    public void Warning(string text)
    {
        if (warned.TryAdd(text, true))
            Add(ServiceMessageKind.Warning, text);
    }

    public ServiceMessage? Take() => messages.TryDequeue(out var message) ? message : null;

    /// <summary>Has something done on the command's own thread, the only one that runs the user's script blocks.</summary>
    /// <exception cref="LanguageServiceException">The command has ended, and work that it left in the background goes on.</exception>
    public async Task<T> AskAsync<T>(Func<T> errand, CancellationToken cancellation)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var cancelled = cancellation.Register(() => done.TrySetCanceled(cancellation));
        errands.Enqueue(() => Run(errand, done));
        await Task.WhenAny(done.Task, closed.Task).ConfigureAwait(false);
        return done.Task.IsCompleted ? await done.Task.ConfigureAwait(false) : throw new LanguageServiceException(
            ServiceFailure.CredentialUnavailable,
            "A token provider runs on the thread of a command, and this one's command has ended. Work in the background needs another credential.");
    }

    /// <summary>Says that the command has ended: nothing more will be done on its thread.</summary>
    public void Close() => closed.TrySetResult(null);

    public bool TryTakeErrand(out Action errand) => errands.TryDequeue(out errand);

    private void Add(ServiceMessageKind kind, string text)
    {
        if (kind >= least)
            messages.Enqueue(new ServiceMessage(kind, text));
    }

    private static void Run<T>(Func<T> errand, TaskCompletionSource<T> done)
    {
        if (done.Task.IsCompleted)
            return;
        try
        {
            done.TrySetResult(errand());
        }
        catch (LanguageServiceException e)
        {
            done.TrySetException(e);
        }
        catch
        {
            // The command is being stopped: the request ends with it.
            done.TrySetCanceled();
            throw;
        }
    }
}
