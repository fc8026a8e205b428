using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>Reads jobs over a connection, on behalf of one command.</summary>
internal sealed class JobClient(LanguageConnection connection, ServiceLog log)
{
    public LanguageConnection Connection { get; } = connection;

    /// <summary>A job's pages, none of them read yet.</summary>
    /// <exception cref="LanguageServiceException">The job is at another endpoint.</exception>
    /// <exception cref="FormatException">The address names an API version that there cannot be.</exception>
    public JobPages Pages(JobAddress job, bool showStatistics)
    {
        if (job.Endpoint is { } endpoint && !Connection.Root.IsSameOrigin(new Uri(endpoint)))
        {
            throw new LanguageServiceException(
                ServiceFailure.AddressRefused,
                $"Job {job.JobId} is at {endpoint}, the connection is to {Connection.Endpoint}. "
                + "The credential is for that endpoint alone and was not sent.");
        }
        var dialect = ApiDialect.For(job.ApiVersion ?? Connection.ApiVersion);
        var first = Connection.Root.Address(dialect.JobPath(job.JobId, ApiDialect.LargestPage, showStatistics));
        return new JobPages(this, job.JobId, dialect.Version, first);
    }

    /// <summary>A whole job: every page read and merged.</summary>
    public async Task<LanguageJob> GetJobAsync(JobAddress job, bool showStatistics, CancellationToken cancellation)
    {
        var pages = Pages(job, showStatistics);
        var whole = new JobMerge();
        while (await pages.NextAsync(cancellation).ConfigureAwait(false) is { } page)
            whole.Add(page);
        return whole.ToJob();
    }

    /// <summary>Reads one page of a job.</summary>
    public async Task<JobPage> GetPageAsync(Uri address, CancellationToken cancellation)
    {
        using var body = await Connection.Transport.GetAsync(address, log, cancellation).ConfigureAwait(false);
        try
        {
            return JobBody.Read(body.Span, Connection.Words);
        }
        catch (WireFormatException e)
        {
            throw new LanguageServiceException(ServiceFailure.InvalidResponse, $"The answer of {address} cannot be read. {e.Message}", e)
            {
                StatusCode = 200,
                RequestUri = address,
            };
        }
    }
}
