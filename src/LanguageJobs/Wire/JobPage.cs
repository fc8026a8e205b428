namespace LanguageJobs.Wire;

/// <summary>One answer of the service about a job: the job as far as this page tells, and the link to the next.</summary>
internal readonly record struct JobPage(LanguageJob Job, string? NextLink);
