namespace LanguageJobs.Service;

/// <summary>Lets so many operations run at the same time; the others wait their turn, first come, first served.</summary>
/// <param name="limit">How many.</param>
/// <param name="cancellation">Ends those that run, and keeps those that wait from starting.</param>
internal sealed class Throttle(int limit, CancellationToken cancellation)
{
    private readonly SemaphoreSlim running = new(limit);

    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> operation)
    {
        // To wait without the cancellation costs less, and is enough: when it comes those that run end, and the turn goes down the line.
        await running.WaitAsync().ConfigureAwait(false);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return await operation(cancellation).ConfigureAwait(false);
        }
        finally
        {
            running.Release();
        }
    }
}
