namespace LanguageJobs.Service;

/// <summary>The header <c>Retry-After</c>: how long the service asks to wait.</summary>
internal static class RetryHint
{
    /// <summary>The time that an answer asks for; null when it does not. A date counts from the answer's own date.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="now">The time of an answer that has no date.</param>
    public static TimeSpan? Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        return header?.Delta ?? (header?.Date - (response.Headers.Date ?? now));
    }

    /// <summary>A sentence, with a space before it, that says when to try again.</summary>
    public static string Sentence(TimeSpan time, DateTimeOffset now) =>
        FormattableString.Invariant($" The service asks you to try again in {Words(time)} (at {now + time:u}).");

    private static string Words(TimeSpan time) => time switch
    {
        { TotalMinutes: < 2 } => FormattableString.Invariant($"{time.TotalSeconds:0} s"),
        { TotalHours: < 2 } => FormattableString.Invariant($"{time.TotalMinutes:0} minutes"),
        { TotalDays: < 2 } => FormattableString.Invariant($"{time.TotalHours:0} hours"),
        _ => FormattableString.Invariant($"{time.TotalDays:0} days"),
    };
}
