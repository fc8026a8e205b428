using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>Reads, starts and cancels jobs over a connection, on behalf of one command.</summary>
internal sealed class JobClient(LanguageConnection connection, ServiceLog log)
{
    private readonly ServiceConnection service = ServiceConnection.Of(connection);
    private readonly VersionedRequests versions = new(connection, log);

    public LanguageConnection Connection { get; } = connection;

    public Clock Clock => service.Clock;

    /// <summary>The reason why the connection's requests are waiting; null when they are not.</summary>
    public string? Holdup => service.Transport.Holdup;

    /// <summary>A job's pages, none of them read yet.</summary>
    public JobPages Pages(JobAddress job, bool showStatistics) => new(this, job, showStatistics, keepBytes: false);

    /// <summary>A job's pages, none of them read yet; each with its bytes.</summary>
    public JobPages PagesWithBytes(JobAddress job) => new(this, job, showStatistics: false, keepBytes: true);

    /// <summary>A whole job: every page read and merged.</summary>
    public async Task<LanguageJob> GetJobAsync(JobAddress job, bool showStatistics, CancellationToken cancellation)
    {
        var pages = Pages(job, showStatistics);
        var whole = new JobMerge();
        while (await pages.NextAsync(cancellation).ConfigureAwait(false) is { } page)
            whole.Add(page);
        return whole.ToJob();
    }

    /// <summary>A job's state, read with a page of the given size; tried once.</summary>
    public async Task<JobPoll> PollAsync(JobAddress job, int pageSize, CancellationToken cancellation)
    {
        var first = await GetFirstPageAsync(job, pageSize, showStatistics: false, keepBytes: false, repeat: false, cancellation).ConfigureAwait(false);
        return new JobPoll(first.Page.Job, string.IsNullOrEmpty(first.Page.NextLink), first.Page.Date - first.Page.Job.CreatedDateTime);
    }

    /// <summary>Starts a job.</summary>
    /// <returns>The job as it was accepted, without a status.</returns>
    /// <exception cref="LanguageServiceException">It was not accepted, or this is not known.</exception>
    /// <exception cref="FormatException">No API version that may be used has such tasks.</exception>
    public Task<LanguageJob> SubmitAsync(SubmitRequest submit, CancellationToken cancellation) =>
        versions.SubmitAsync(submit.Tasks, dialect => SubmitAsync(dialect, submit, cancellation), cancellation);

    /// <summary>Cancels a job and reads its new status.</summary>
    /// <exception cref="LanguageServiceException">No API version can cancel it, or the service does not, for example because the job is finished.</exception>
    public async Task<LanguageJob> CancelAsync(JobAddress job, CancellationToken cancellation)
    {
        RequireHere(job);
        var version = await versions.CancelAsync(job, dialect => CancelAsync(dialect, job, cancellation), cancellation).ConfigureAwait(false);
        return await GetJobAsync(job with { ApiVersion = version }, showStatistics: false, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads the first page of a job, in the API version that has the job.</summary>
    /// <exception cref="LanguageServiceException">The job is at another endpoint, or cannot be read.</exception>
    /// <exception cref="InvalidJobException">The address names an API version that is not valid.</exception>
    public Task<FirstPage> GetFirstPageAsync(
        JobAddress job, int size, bool showStatistics, bool keepBytes, bool repeat, CancellationToken cancellation)
    {
        RequireHere(job);
        return versions.ReadAsync(job, ReadAsync, cancellation);

        async Task<FirstPage> ReadAsync(ApiDialect dialect)
        {
            var address = service.Root.Address(dialect.PagePath(job.JobId, size, showStatistics));
            var request = new ServiceRequest(HttpMethod.Get, address) { Repeat = repeat };
            var page = await GetPageAsync(request, keepBytes, cancellation).ConfigureAwait(false);
            Stamp(page.Job, job.JobId, dialect);
            return new FirstPage(page, address, dialect);
        }
    }

    /// <summary>Where a link to another page leads.</summary>
    public Uri? Follow(Uri page, string link) => service.Root.Follow(page, link);

    /// <summary>Reads another page of a job, in the API version of the first.</summary>
    public async Task<JobPage> GetPageAsync(Uri address, JobAddress job, ApiDialect dialect, bool keepBytes, CancellationToken cancellation)
    {
        var page = await GetPageAsync(new ServiceRequest(HttpMethod.Get, address), keepBytes, cancellation).ConfigureAwait(false);
        Stamp(page.Job, job.JobId, dialect);
        return page;
    }

    private async Task<LanguageJob> SubmitAsync(ApiDialect dialect, SubmitRequest submit, CancellationToken cancellation)
    {
        var address = service.Root.Address(dialect.SubmitPath);
        var request = new ServiceRequest(HttpMethod.Post, address)
        {
            Body = dialect.WriteRequest(submit),
            IsSubmission = true,
            Missing = submit.Tasks.Any(task => TaskKinds.IsCustom(task.Kind)) ? ServiceFailure.ProjectNotFound : ServiceFailure.ApiNotFound,
        };
        using var reply = await service.Transport.SendAsync(request, log, cancellation).ConfigureAwait(false);
        if (!Uri.TryCreate(address, reply.OperationLocation ?? "", out var location) || ApiDialect.Parse(location) is not { JobId: var jobId })
        {
            throw new LanguageServiceException(
                ServiceFailure.SubmissionUncertain, $"The service accepted the submission but did not return the address of the job ({address}).")
            {
                StatusCode = 202,
                RequestUri = address,
            };
        }
        var job = new LanguageJob(new JobIdentity())
        {
            DisplayName = submit.DisplayName,
            DocumentIds = new LanguageDocumentIds(submit.DocumentIds),
            DocumentCount = submit.Documents.Count,
            Kinds = [.. submit.Tasks.Select(task => task.Kind).Distinct()],
            Projects = submit.Projects,
        };
        Stamp(job, jobId, dialect);
        return job;
    }

    private async Task<string> CancelAsync(ApiDialect dialect, JobAddress job, CancellationToken cancellation)
    {
        var request = new ServiceRequest(HttpMethod.Post, service.Root.Address(dialect.CancelPath(job.JobId)!));
        using (await service.Transport.SendAsync(request, log, cancellation).ConfigureAwait(false))
            return dialect.Version;
    }

    private async Task<JobPage> GetPageAsync(ServiceRequest request, bool keepBytes, CancellationToken cancellation)
    {
        using var reply = await service.Transport.SendAsync(request, log, cancellation).ConfigureAwait(false);
        try
        {
            return JobBody.Read(reply.Body, service.Words) with { Date = reply.Date, Bytes = keepBytes ? reply.Body.ToArray() : null };
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

    // Says where a job was read.
    private void Stamp(LanguageJob job, string jobId, ApiDialect dialect)
    {
        job.Identity.JobId ??= jobId;
        job.Endpoint = Connection.Endpoint;
        job.ApiVersion = dialect.Version;
        job.OperationLocation = service.Root.Address(dialect.JobPath(jobId)).AbsoluteUri;
    }

    /// <summary>True when a job is at this connection's endpoint, or does not say where it is.</summary>
    /// <exception cref="InvalidJobException">What it says is not an endpoint.</exception>
    public bool Has(JobAddress job)
    {
        if (job.Endpoint is not { } endpoint)
            return true;
        return Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
            ? service.Root.Is(address)
            : throw new InvalidJobException($"Job {job.JobId} cannot be requested: '{AddressText.WithoutSecrets(endpoint)}' is not an endpoint.");
    }

    private void RequireHere(JobAddress job)
    {
        if (!Has(job))
        {
            throw new LanguageServiceException(
                ServiceFailure.AddressRefused,
                $"Job {job.JobId} is at {AddressText.WithoutSecrets(job.Endpoint!)}, but the connection is to {Connection.Endpoint}. No request was sent.");
        }
    }
}
