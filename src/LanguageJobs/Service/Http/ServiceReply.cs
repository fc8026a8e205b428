namespace LanguageJobs.Service;

/// <summary>A success of the service: its body, and where a new job is to be found.</summary>
internal sealed class ServiceReply(PooledBytes body, string? operationLocation) : IDisposable
{
    public ReadOnlySpan<byte> Body => body.Span;

    public string? OperationLocation { get; } = operationLocation;

    public void Dispose() => body.Dispose();
}
