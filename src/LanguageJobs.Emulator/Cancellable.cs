namespace LanguageJobs.Emulator;

/// <summary>Long walks over many things that somebody may want to stop.</summary>
internal static class Cancellable
{
    /// <summary>The same items; a token that is cancelled ends the walk between two of them.</summary>
    public static IEnumerable<T> StoppedBy<T>(this IEnumerable<T> items, CancellationToken ct)
    {
        foreach (var item in items)
        {
            ct.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
