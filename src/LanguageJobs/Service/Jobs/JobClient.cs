using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>Reads, starts and cancels jobs over a connection, on behalf of one command.</summary>
internal sealed class JobClient(LanguageConnection connection, ServiceLog log)
{
    private readonly ServiceConnection service = ServiceConnection.Of(connection);

    public LanguageConnection Connection { get; } = connection;

    /// <summary>A job's pages, none of them read yet.</summary>
    /// <exception cref="LanguageServiceException">The job is at another endpoint.</exception>
    /// <exception cref="InvalidJobException">The address names an API version that there cannot be.</exception>
    public JobPages Pages(JobAddress job, bool showStatistics)
    {
        var dialect = DialectOf(job);
        var first = service.Root.Address(dialect.JobPath(job.JobId, ApiDialect.LargestPage, showStatistics));
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

    /// <summary>A job's state, at the price of the smallest page; tried once. Tells whether that page is all there is.</summary>
    public async Task<(LanguageJob Job, bool IsWhole)> PollAsync(JobAddress job, CancellationToken cancellation)
    {
        var dialect = DialectOf(job);
        var address = service.Root.Address(dialect.JobPath(job.JobId, ApiDialect.SmallestPage, showStatistics: false));
        var (page, link) = await GetPageAsync(new ServiceRequest(HttpMethod.Get, address) { Repeat = false }, cancellation).ConfigureAwait(false);
        return (Stamp(page, job.JobId, dialect.Version), string.IsNullOrEmpty(link));
    }

    /// <summary>Starts a job.</summary>
    /// <returns>The job, of which nothing is known but that it was accepted.</returns>
    /// <exception cref="LanguageServiceException">It was not accepted, or nobody can tell.</exception>
    /// <exception cref="FormatException">This API version has no such tasks.</exception>
    public async Task<LanguageJob> SubmitAsync(SubmitRequest submit, CancellationToken cancellation)
    {
        var dialect = ApiDialect.For(Connection.ApiVersion);
        var address = service.Root.Address(dialect.SubmitPath);
        var request = new ServiceRequest(HttpMethod.Post, address) { Body = dialect.WriteRequest(submit), IsSubmission = true };
        using var reply = await service.Transport.SendAsync(request, log, cancellation).ConfigureAwait(false);
        if (!Uri.TryCreate(reply.OperationLocation, UriKind.Absolute, out var location) || !ApiDialect.TryParse(location, out _, out _, out var jobId))
        {
            throw new LanguageServiceException(
                ServiceFailure.SubmissionUncertain, $"{address} accepted the submission but does not say where the job is.");
        }
        var job = new LanguageJob(new JobIdentity())
        {
            DisplayName = submit.DisplayName,
            DocumentIds = submit.DocumentIds,
            HoldsResults = false,
        };
        return Stamp(job, jobId, dialect.Version);
    }

    /// <summary>Cancels a job and reads what it is then.</summary>
    /// <exception cref="LanguageServiceException">The API version cannot cancel, or the service does not, for example because the job is finished.</exception>
    public async Task<LanguageJob> CancelAsync(JobAddress job, CancellationToken cancellation)
    {
        var dialect = DialectOf(job);
        var path = dialect.CancelPath(job.JobId) ?? throw new LanguageServiceException(
            ServiceFailure.NotSupported, $"API version {dialect.Version} cannot cancel jobs; the dated versions can. Job {job.JobId} goes on.");
        var request = new ServiceRequest(HttpMethod.Post, service.Root.Address(path));
        using (await service.Transport.SendAsync(request, log, cancellation).ConfigureAwait(false))
            return await GetJobAsync(job, showStatistics: false, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads one page of a job.</summary>
    public Task<JobPage> GetPageAsync(Uri address, CancellationToken cancellation) =>
        GetPageAsync(new ServiceRequest(HttpMethod.Get, address), cancellation);

    /// <summary>Says where a job was read.</summary>
    public LanguageJob Stamp(LanguageJob job, string jobId, string apiVersion)
    {
        job.Identity.JobId ??= jobId;
        job.Endpoint = Connection.Endpoint;
        job.ApiVersion = apiVersion;
        return job;
    }

    private async Task<JobPage> GetPageAsync(ServiceRequest request, CancellationToken cancellation)
    {
        using var reply = await service.Transport.SendAsync(request, log, cancellation).ConfigureAwait(false);
        try
        {
            return JobBody.Read(reply.Body, service.Words);
        }
        catch (WireFormatException e)
        {
            throw new LanguageServiceException(ServiceFailure.InvalidResponse, $"The answer of {request.Address} cannot be read. {e.Message}", e)
            {
                StatusCode = 200,
                RequestUri = request.Address,
            };
        }
    }

    private ApiDialect DialectOf(JobAddress job)
    {
        try
        {
            RequireOwnEndpoint(job);
            return ApiDialect.For(job.ApiVersion ?? Connection.ApiVersion);
        }
        catch (FormatException e)
        {
            throw new InvalidJobException($"Job {job.JobId} cannot be asked for. {e.Message}", e);
        }
    }

    private void RequireOwnEndpoint(JobAddress job)
    {
        if (job.Endpoint is { } endpoint && !service.Root.IsSameOrigin(new Uri(endpoint)))
        {
            throw new LanguageServiceException(
                ServiceFailure.AddressRefused,
                $"Job {job.JobId} is at {endpoint}, the connection is to {Connection.Endpoint}. "
                + "The credential is for that endpoint alone and was not sent.");
        }
    }
}
