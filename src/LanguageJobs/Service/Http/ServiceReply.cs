using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>A success of the service.</summary>
internal sealed class ServiceReply(PooledBytes body) : IDisposable
{
    public ReadOnlySpan<byte> Body => body.Span;

    /// <summary>The address of a new job; null when the service does not return it.</summary>
    public string? OperationLocation { get; init; }

    /// <summary>The time of the answer, by the service's clock where it says so.</summary>
    public DateTimeOffset Date { get; init; }

    public void Dispose() => body.Dispose();
}
