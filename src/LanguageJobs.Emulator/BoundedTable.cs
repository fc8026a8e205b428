using System.Collections.Concurrent;

namespace LanguageJobs.Emulator;

/// <summary>Values by key that many requests write. Beyond its capacity it forgets the oldest keys, so it does not grow for ever.</summary>
internal sealed class BoundedTable<T>(StringComparer comparer, int capacity = BoundedTable<T>.DefaultCapacity)
{
    private const int DefaultCapacity = 1_000_000;

    private readonly ConcurrentDictionary<string, T> values = new(comparer);
    private readonly ConcurrentQueue<string> oldestFirst = new();
    private int size;

    public IReadOnlyDictionary<string, T> Values => values;

    public void Set(string key, T value) => Set(key, value, (_, _) => value);

    public void Set(string key, T first, Func<string, T, T> next)
    {
        // Looking takes no lock, and most keys are known.
        if (!values.ContainsKey(key) && values.TryAdd(key, first))
            Remember(key);
        else
            values.AddOrUpdate(key, first, next);
    }

    public void Clear()
    {
        values.Clear();
        oldestFirst.Clear();
        Volatile.Write(ref size, 0);
    }

    private void Remember(string key)
    {
        oldestFirst.Enqueue(key);
        if (Interlocked.Increment(ref size) > capacity && oldestFirst.TryDequeue(out var oldest))
        {
            values.TryRemove(oldest, out _);
            Interlocked.Decrement(ref size);
        }
    }
}
