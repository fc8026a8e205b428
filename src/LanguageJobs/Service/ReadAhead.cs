namespace LanguageJobs.Service;

/// <summary>
/// Runs several operations at once and gives their results in the order in which they were added. It looks a bounded way
/// ahead, so a slow consumer slows the operations down, and memory stays flat.
/// </summary>
/// <param name="limit">How many operations run at the same time.</param>
/// <param name="cancellation">Ends those that run, and keeps those that wait from starting.</param>
internal sealed class ReadAhead<TSource, TResult>(int limit, CancellationToken cancellation)
{
    // A tuple that is a reference: the runtime brings the code of such a queue along, where it would have to compile that of any other.
    private readonly Queue<Tuple<TSource, Task<TResult>>> queue = new();
    private readonly SemaphoreSlim running = new(limit);

    public bool IsEmpty => queue.Count == 0;

    /// <summary>True when nothing should be added before the first result is taken.</summary>
    public bool IsFull => queue.Count >= 2 * limit;

    public bool FirstIsReady => queue.Count > 0 && queue.Peek().Item2.IsCompleted;

    public void Add(TSource source, Func<CancellationToken, Task<TResult>> operation) => queue.Enqueue(Tuple.Create(source, RunAsync(operation)));

    public void Add(TSource source, TResult result) => queue.Enqueue(Tuple.Create(source, Task.FromResult(result)));

    public (TSource Source, Task<TResult> Result) TakeFirst()
    {
        var (source, result) = queue.Dequeue();
        return (source, result);
    }

    private async Task<TResult> RunAsync(Func<CancellationToken, Task<TResult>> operation)
    {
        await running.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            // A turn may still be given to one who waited when the cancellation came.
            cancellation.ThrowIfCancellationRequested();
            return await operation(cancellation).ConfigureAwait(false);
        }
        finally
        {
            running.Release();
        }
    }
}
