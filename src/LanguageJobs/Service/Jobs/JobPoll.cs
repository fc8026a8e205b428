namespace LanguageJobs.Service;

/// <summary>The answer to a poll.</summary>
/// <param name="Job">The job, with the results of the smallest page alone.</param>
/// <param name="IsOnlyPage">True when that page is all there is.</param>
/// <param name="Age">How long the job had been running when the service answered, by the service's own clock; null when it does not say.</param>
internal sealed record JobPoll(LanguageJob Job, bool IsOnlyPage, TimeSpan? Age);
