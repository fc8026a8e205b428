using System.Net.Http.Headers;

namespace LanguageJobs.Service;

/// <summary>How often a request is repeated and how long to wait before: exponential backoff with jitter, or what the service asks for.</summary>
internal sealed class RetryPolicy(int maximumRetries)
{
    /// <summary>No wait is longer, whatever the service asks for.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.4);
    private static readonly ThreadLocal<Random> Random = new(() => new Random(Guid.NewGuid().GetHashCode()));

    public int MaximumRetries { get; } = maximumRetries;

    /// <summary>408, 429, 500, 502, 503, 504: the recordings show that the next request then succeeds.</summary>
    public static bool IsTransient(int status) => status is 408 or 429 or 500 or 502 or 503 or 504;

    /// <summary>The time before the next try.</summary>
    /// <param name="attempt">The tries that failed, from 1.</param>
    /// <param name="retryAfter">The header <c>Retry-After</c>, in seconds or as a date.</param>
    /// <param name="now">The time that a date is compared with.</param>
    public static TimeSpan Wait(int attempt, RetryConditionHeaderValue? retryAfter, DateTimeOffset now)
    {
        var asked = retryAfter?.Delta ?? (retryAfter?.Date - now);
        if (asked is { } time)
            return time < TimeSpan.Zero ? TimeSpan.Zero : Shorter(time, LongestWait);
        var backoff = FirstWait.TotalSeconds * Math.Pow(2, Math.Min(attempt - 1, 10));
        return Shorter(TimeSpan.FromSeconds(backoff * (0.75 + Random.Value!.NextDouble() / 2)), LongestWait);
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
