namespace LanguageJobs.Service;

/// <summary>
/// Runs operations while the results of earlier ones are processed. Results come in the order in which operations were added. It looks a
/// bounded number of operations ahead, so a slow consumer slows them down, and memory does not grow.
/// </summary>
/// <param name="window">The maximum number of operations.</param>
internal sealed class ReadAhead<TSource, TResult>(int window)
{
    // Tuple is a class, so precompiled generic code is shared. A value tuple would be compiled at run time.
    private readonly Queue<Tuple<TSource, Task<TResult>>> queue = new();

    public bool IsEmpty => queue.Count == 0;

    /// <summary>True when the first result must be taken before anything is added.</summary>
    public bool IsFull => queue.Count >= window;

    public bool FirstIsReady => queue.Count > 0 && queue.Peek().Item2.IsCompleted;

    public void Add(TSource source, Task<TResult> result) => queue.Enqueue(Tuple.Create(source, result));

    public (TSource Source, Task<TResult> Result) TakeFirst()
    {
        var (source, result) = queue.Dequeue();
        return (source, result);
    }
}
