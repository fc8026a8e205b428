using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>A job's first page: what stands on it, where it was read, and in which API version.</summary>
internal sealed record FirstPage(JobPage Page, Uri Address, ApiDialect Dialect)
{
    /// <summary>
    /// True when a finished job has more tasks than the page lists. v3.x leaves out the kinds that it does not know; a dated version has them.
    /// </summary>
    public bool LacksTasks => !ApiVersions.IsDated(Dialect.Version) && Page.Job.IsFinished && Page.Job.Tasks.Length < Page.Job.Total;
}
