namespace LanguageJobs.Service;

/// <summary>
/// How often a request is repeated and how long to wait before: exponential backoff with jitter, or longer if the service asks for it.
/// </summary>
internal sealed class RetryPolicy(int maximumRetries)
{
    /// <summary>The longest wait. If the service asks for more, the request fails at once.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(0.4);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(60);
    private static readonly ThreadLocal<Random> Random = new(() => new Random(Guid.NewGuid().GetHashCode()));

    public int MaximumRetries { get; } = maximumRetries;

    /// <summary>408, 429, 500, 502, 503, 504: the next request may succeed. Recordings show it for 408, 429, 500 and 504.</summary>
    public static bool IsTransient(int status) => status is 408 or 429 or 500 or 502 or 503 or 504;

    /// <summary>The time before the next try: the backoff, or what the service asks for if that is longer.</summary>
    /// <param name="attempt">The tries that failed, from 1.</param>
    /// <param name="asked">What the service asks for; null when it does not say.</param>
    public static TimeSpan Wait(int attempt, TimeSpan? asked)
    {
        var seconds = FirstBackoff.TotalSeconds * Math.Pow(2, Math.Min(attempt - 1, 10)) * (0.75 + Random.Value!.NextDouble() / 2);
        var backoff = TimeSpan.FromSeconds(Math.Min(seconds, LongestBackoff.TotalSeconds));
        return asked > backoff ? asked.Value : backoff;
    }
}
