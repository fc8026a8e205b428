using System.Collections.Concurrent;

namespace LanguageJobs.Service;

/// <summary>What a command's requests have to say. They speak on any thread; the command passes it on from its own.</summary>
internal sealed class ServiceLog
{
    private readonly ConcurrentQueue<ServiceMessage> messages = new();
    private readonly ConcurrentDictionary<string, bool> warned = new();

    public void Debug(string text) => messages.Enqueue(new ServiceMessage(ServiceMessageKind.Debug, text));

    public void Verbose(string text) => messages.Enqueue(new ServiceMessage(ServiceMessageKind.Verbose, text));

    /// <summary>A warning, once a command however many answers bring it.</summary>
    public void Warning(string text)
    {
        if (warned.TryAdd(text, true))
            messages.Enqueue(new ServiceMessage(ServiceMessageKind.Warning, text));
    }

    public bool TryTake(out ServiceMessage message) => messages.TryDequeue(out message);
}
