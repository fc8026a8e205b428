namespace LanguageJobs.Service;

/// <summary>
/// Operations that run while others' results are dealt with: the results come in the order in which they were added. It looks a bounded
/// way ahead, so a slow consumer slows the operations down, and memory stays flat.
/// </summary>
/// <param name="window">How many there are at the most.</param>
internal sealed class ReadAhead<TSource, TResult>(int window)
{
    // A tuple that is a reference: the runtime brings the code of such a queue along, where it would have to compile that of any other.
    private readonly Queue<Tuple<TSource, Task<TResult>>> queue = new();

    public bool IsEmpty => queue.Count == 0;

    /// <summary>True when nothing should be added before the first result is taken.</summary>
    public bool IsFull => queue.Count >= window;

    public bool FirstIsReady => queue.Count > 0 && queue.Peek().Item2.IsCompleted;

    public void Add(TSource source, Task<TResult> result) => queue.Enqueue(Tuple.Create(source, result));

    public (TSource Source, Task<TResult> Result) TakeFirst()
    {
        var (source, result) = queue.Dequeue();
        return (source, result);
    }
}
