namespace LanguageJobs.Service;

/// <summary>Limits the number of concurrent operations. The others wait their turn, first come, first served.</summary>
/// <param name="limit">How many.</param>
/// <param name="cancellation">Ends those that run, and keeps those that wait from starting.</param>
internal sealed class Throttle(int limit, CancellationToken cancellation)
{
    private readonly SemaphoreSlim running = new(limit);

    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> operation)
    {
        // Waiting without the cancellation is cheaper and sufficient: on cancellation running operations end, and each waiter wakes,
        // checks the token and exits.
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
