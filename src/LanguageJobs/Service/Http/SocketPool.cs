namespace LanguageJobs.Service;

/// <summary>
/// The sockets of a connection. Requests get new ones after five minutes, so that a change of the host's address is noticed.
/// Old sockets are closed when the last request that uses them has ended.
/// </summary>
/// <param name="open">Opens new ones.</param>
/// <param name="clock">The time to go by.</param>
internal sealed class SocketPool(Func<HttpClient> open, Clock clock) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly object gate = new();
    private Sockets? current;
    private TimeSpan opened;
    private bool isClosed;

    /// <summary>The sockets for one request, which disposes them when it has ended.</summary>
    /// <exception cref="ObjectDisposedException">The connection is closed.</exception>
    public Sockets Rent()
    {
        lock (gate)
        {
            if (isClosed)
                throw new ObjectDisposedException(nameof(SocketPool));
            var now = clock.Elapsed;
            if (current is null || now - opened >= Lifetime)
            {
                current?.Dispose();
                current = new Sockets(open());
                opened = now;
            }
            return current.Share();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            current?.Dispose();
            current = null;
        }
    }

    /// <summary>Sockets with several users; the last one closes them.</summary>
    internal sealed class Sockets(HttpClient http) : IDisposable
    {
        private int users = 1;

        public HttpClient Http { get; } = http;

        public Sockets Share()
        {
            Interlocked.Increment(ref users);
            return this;
        }

        public void Dispose()
        {
            if (Interlocked.Decrement(ref users) == 0)
                Http.Dispose();
        }
    }
}
