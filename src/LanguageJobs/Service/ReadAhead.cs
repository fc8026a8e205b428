namespace LanguageJobs.Service;

/// <summary>
/// Runs several operations at once and gives their results in the order in which they were added. It looks a bounded way
/// ahead, so a slow consumer slows the operations down, and memory stays flat.
/// </summary>
/// <param name="limit">How many operations run at the same time.</param>
/// <param name="cancellation">Ends those that run, and keeps those that wait from starting.</param>
internal sealed class ReadAhead<TSource, TResult>(int limit, CancellationToken cancellation)
{
    private readonly Queue<(TSource Source, Task<TResult> Result)> queue = new();
    private readonly SemaphoreSlim running = new(limit);

    public bool IsEmpty => queue.Count == 0;

    /// <summary>True when nothing should be added before the first result is taken.</summary>
    public bool IsFull => queue.Count >= 2 * limit;

    public bool FirstIsReady => queue.Count > 0 && queue.Peek().Result.IsCompleted;

    public void Add(TSource source, Func<CancellationToken, Task<TResult>> operation) => queue.Enqueue((source, RunAsync(operation)));

    public void Add(TSource source, TResult result) => queue.Enqueue((source, Task.FromResult(result)));

    public (TSource Source, Task<TResult> Result) TakeFirst() => queue.Dequeue();

    private async Task<TResult> RunAsync(Func<CancellationToken, Task<TResult>> operation)
    {
        await running.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await operation(cancellation).ConfigureAwait(false);
        }
        finally
        {
            running.Release();
        }
    }
}
