namespace LanguageJobs.Reporting;

/// <summary>A job, as far as a report names it.</summary>
internal sealed record ReportJob(string? Id, string? Name = null, string? Status = null, DateTimeOffset? Created = null)
{
    // What v3.x says of a job without a name.
    private const string NoName = "NA";

    public static ReportJob Of(LanguageJob job) => new(job.JobId, job.DisplayName == NoName ? null : job.DisplayName, job.Status, job.CreatedDateTime);
}
