namespace LanguageJobs.Wire;

/// <summary>One answer of the service about a job: the job as far as this page tells, and the link to the next.</summary>
internal sealed record JobPage(LanguageJob Job, string? NextLink)
{
    /// <summary>The time of the answer, by the service's clock; null where it is not known.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The answer as the service sent it, where it was kept.</summary>
    public byte[]? Bytes { get; init; }
}
