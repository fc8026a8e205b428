namespace LanguageJobs.Emulator.Faults;

/// <summary>What is planned to happen, in the order in which it was planned.</summary>
/// <typeparam name="T">The kind of thing.</typeparam>
internal sealed class Plan<T>
    where T : class, IPlanned<T>
{
    private readonly List<T> items = [];
    private readonly Lock gate = new();

    public IReadOnlyList<T> All
    {
        get
        {
            lock (gate)
                return [.. items];
        }
    }

    public void Add(T item)
    {
        lock (gate)
            items.Add(item);
    }

    /// <summary>Lets the first that fits happen once.</summary>
    /// <returns>That one, or null where none fits.</returns>
    public T? Take(Predicate<T> fits)
    {
        lock (gate)
        {
            var index = items.FindIndex(fits);
            if (index < 0)
                return null;
            var item = items[index];
            if (item.AfterOnce() is { } rest)
                items[index] = rest;
            else
                items.RemoveAt(index);
            return item;
        }
    }

    public void Clear()
    {
        lock (gate)
            items.Clear();
    }
}
