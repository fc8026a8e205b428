using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>
/// Sends a request in the API version that it needs: the job's own, the connection's, or the one that the connection's search finds.
/// If a version was given, no other one is tried.
/// </summary>
internal sealed class VersionedRequests(LanguageConnection connection, ServiceLog log)
{
    private readonly ServiceConnection service = ServiceConnection.Of(connection);

    // The failure of a search that found no version. The command ends with it, and its other requests do not search again.
    private LanguageServiceException? nothingFound;

    /// <summary>The version that the user gave the connection; null when it is to be found out.</summary>
    private string? Named => service.Versions is null ? connection.ApiVersion : null;

    /// <summary>Reads a job's first page in the version that has the job.</summary>
    /// <exception cref="LanguageServiceException">No version has it, or it cannot be read.</exception>
    /// <exception cref="InvalidJobException">The given version is not valid.</exception>
    public async Task<FirstPage> ReadAsync(JobAddress job, Func<ApiDialect, Task<FirstPage>> read, CancellationToken cancellation)
    {
        if (VersionOf(job) is { } version)
            return await read(DialectOf(job, version)).ConfigureAwait(false);
        var search = SearchFor(job);
        var first = await FindAsync(search, job, read, cancellation).ConfigureAwait(false);
        return first.LacksTasks ? await CompleteAsync(search, job, first, read, cancellation).ConfigureAwait(false) : first;
    }

    /// <summary>Submits a job in a version that the endpoint supports and that has the kinds of its tasks.</summary>
    /// <exception cref="LanguageServiceException">It was not accepted, or this is not known.</exception>
    /// <exception cref="FormatException">No version has such tasks.</exception>
    public async Task<LanguageJob> SubmitAsync(
        IReadOnlyList<InputTask> tasks, Func<ApiDialect, Task<LanguageJob>> submit, CancellationToken cancellation)
    {
        if (service.Versions is not { } search)
            return await submit(ApiDialect.For(connection.ApiVersion)).ConfigureAwait(false);
        var versions = ApiVersions.CandidatesWith(tasks);
        if (versions.Length == 0)
            throw new FormatException($"None of the API versions that are tried supports all of these kinds in one job: {string.Join(", ", tasks.Select(task => task.Kind))}.");
        return await SearchAsync(search, versions, submit, cancellation).ConfigureAwait(false);
    }

    /// <summary>Cancels a job in a version that can; only the dated ones can, and they may know a job of v3.x.</summary>
    /// <returns>The version.</returns>
    /// <exception cref="LanguageServiceException">No version can cancel the job, or the service refuses.</exception>
    public async Task<string> CancelAsync(JobAddress job, Func<ApiDialect, Task<string>> cancel, CancellationToken cancellation)
    {
        var isOlder = job.ApiVersion is { } own && !ApiVersions.IsDated(own);
        var version = isOlder ? Named : VersionOf(job);
        // Only v3.x knows a health job of v3.x.
        var only = job.Area == JobArea.Health ? job.ApiVersion : version;
        if (only is not null && !ApiVersions.IsDated(only))
            throw NotSupported($"API version {only} cannot cancel jobs; the dated versions can. Job {job.JobId} continues.", null);
        try
        {
            return version is null
                ? await AskAsync(SearchFor(job), ApiVersions.DatedCandidates, job.Area, cancel, cancellation).ConfigureAwait(false)
                : await cancel(DialectOf(job, version)).ConfigureAwait(false);
        }
        catch (LanguageServiceException e) when (IsNotThere(e) && (isOlder || version is null))
        {
            throw NotSupported(
                $"Job {job.JobId} cannot be cancelled: only the dated API versions can cancel, and none at this endpoint knows the job ({e.Requests}). "
                + "If it is running, it continues.",
                e);
        }
    }

    private static bool IsNotThere(LanguageServiceException e) => e.Failure is ServiceFailure.ApiNotFound or ServiceFailure.JobNotFound;

    private static LanguageServiceException NotSupported(string message, LanguageServiceException? inner) =>
        new(ServiceFailure.NotSupported, message, inner) { StatusCode = inner?.StatusCode, RequestUri = inner?.RequestUri };

    // A dated address without a version is not requested in v3.x, even if the connection names that.
    private string? VersionOf(JobAddress job) =>
        job.ApiVersion ?? (Named is { } version && (ApiVersions.IsDated(version) || !job.IsDated) ? version : null);

    private static ApiDialect DialectOf(JobAddress job, string version)
    {
        try
        {
            return ApiDialect.For(version, job.Area);
        }
        catch (FormatException e)
        {
            throw new InvalidJobException($"Job {job.JobId} cannot be requested. {e.Message}", e);
        }
    }

    // The versions for conversations say nothing about those for texts.
    private VersionSearch SearchFor(JobAddress job) =>
        job.Area == JobArea.AnalyzeText && service.Versions is { } shared ? shared : new VersionSearch(job.Candidates);

    private async Task<FirstPage> FindAsync(VersionSearch search, JobAddress job, Func<ApiDialect, Task<FirstPage>> read, CancellationToken cancellation)
    {
        if (job.Answered is { } answered)
        {
            try
            {
                return await AskAsync(search, [answered], job.Area, read, cancellation).ConfigureAwait(false);
            }
            catch (LanguageServiceException e) when (e.Failure == ServiceFailure.ApiNotFound)
            {
                // The version was retired during the wait, so the job is searched for again.
            }
        }

        if (job.IsDated)
            return await AskAsync(search, ApiVersions.DatedCandidates, job.Area, read, cancellation).ConfigureAwait(false);
        try
        {
            return await SearchAsync(search, ApiVersions.Candidates, read, cancellation).ConfigureAwait(false);
        }
        catch (LanguageServiceException e) when (e.Failure == ServiceFailure.JobNotFound)
        {
            return await AskOtherGenerationAsync(search, job, e, read, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<FirstPage> AskOtherGenerationAsync(
        VersionSearch search, JobAddress job, LanguageServiceException unknown, Func<ApiDialect, Task<FirstPage>> read, CancellationToken cancellation)
    {
        var wasDated = ApiVersions.IsDated(ApiDialect.Parse(unknown.RequestUri!)!.Version!);
        var others = ApiVersions.Candidates.Where(version => ApiVersions.IsDated(version) != wasDated).ToArray();
        try
        {
            return await AskAsync(search, others, job.Area, read, cancellation).ConfigureAwait(false);
        }
        catch (LanguageServiceException e) when (IsNotThere(e))
        {
            throw e.Failure == ServiceFailure.JobNotFound ? ServiceAnswer.Combine([unknown, e]) : unknown;
        }
    }

    // Takes the dated version's answer where it lists more tasks.
    private async Task<FirstPage> CompleteAsync(
        VersionSearch search, JobAddress job, FirstPage first, Func<ApiDialect, Task<FirstPage>> read, CancellationToken cancellation)
    {
        try
        {
            var dated = await AskAsync(search, ApiVersions.DatedCandidates, job.Area, read, cancellation).ConfigureAwait(false);
            if (dated.Page.Job.Tasks.Length > first.Page.Job.Tasks.Length)
                return dated;
        }
        catch (LanguageServiceException e) when (IsNotThere(e))
        {
            // Some tasks are better than none; a warning says that there are more.
        }
        log.Warning(FormattableString.Invariant(
            $"Job {job.JobId} has {first.Page.Job.Total} tasks. API version {first.Dialect.Version} returned only {first.Page.Job.Tasks.Length} of them, and no dated version returned more."));
        return first;
    }

    // If no version is supported, no other request of the command can succeed.
    private async Task<T> SearchAsync<T>(
        VersionSearch search, IReadOnlyList<string> versions, Func<ApiDialect, Task<T>> ask, CancellationToken cancellation)
        where T : class
    {
        if (nothingFound is not null)
            throw nothingFound;
        try
        {
            return await AskAsync(search, versions, JobArea.AnalyzeText, ask, cancellation).ConfigureAwait(false);
        }
        catch (LanguageServiceException e) when (e.Failure == ServiceFailure.ApiNotFound)
        {
            e.ConcernsEndpoint = true;
            nothingFound = e;
            throw;
        }
    }

    private async Task<T> AskAsync<T>(
        VersionSearch search, IReadOnlyList<string> versions, JobArea area, Func<ApiDialect, Task<T>> ask, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await search.AskAsync(versions, version => ask(ApiDialect.For(version, area)), cancellation).ConfigureAwait(false);
        }
        finally
        {
            if (search == service.Versions)
                Remember(search.Detected);
        }
    }

    private void Remember(string? version)
    {
        if (version == connection.DetectedApiVersion)
            return;
        connection.DetectedApiVersion = version;
        if (version is not null)
            log.Verbose($"The endpoint supports API version {version}.");
    }
}
