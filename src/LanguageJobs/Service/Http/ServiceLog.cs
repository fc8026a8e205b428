using System.Collections.Concurrent;

namespace LanguageJobs.Service;

/// <summary>
/// Messages and tasks from a command's requests. Requests run on any thread; the command writes the messages
/// and does the tasks on its own thread.
/// </summary>
/// <param name="least">The least important kind of messages to keep.</param>
internal sealed class ServiceLog(ServiceMessageKind least = ServiceMessageKind.Debug)
{
    private readonly ConcurrentQueue<ServiceMessage> messages = new();
    private readonly ConcurrentDictionary<string, bool> warned = new();
    private readonly ConcurrentQueue<Action> errands = new();
    private readonly TaskCompletionSource<object?> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Debug(string text) => Add(ServiceMessageKind.Debug, text);

    public void Verbose(string text) => Add(ServiceMessageKind.Verbose, text);

    /// <summary>A warning, written once for a command.</summary>
    public void Warning(string text)
    {
        if (warned.TryAdd(text, true))
            Add(ServiceMessageKind.Warning, text);
    }

    public ServiceMessage? Take() => messages.TryDequeue(out var message) ? message : null;

    /// <summary>Runs something on the command's own thread, the only one that can run the user's script blocks.</summary>
    /// <exception cref="LanguageServiceException">The command has ended, but its background work continues.</exception>
    public async Task<T> AskAsync<T>(Func<T> errand, CancellationToken cancellation)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var cancelled = cancellation.Register(() => done.TrySetCanceled(cancellation));
        errands.Enqueue(() => Run(errand, done));
        await Task.WhenAny(done.Task, closed.Task).ConfigureAwait(false);
        return done.Task.IsCompleted ? await done.Task.ConfigureAwait(false) : throw new LanguageServiceException(
            ServiceFailure.CredentialUnavailable,
            "A token provider runs on the thread of a command, and that command has ended. Use another credential for work in the background.");
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
