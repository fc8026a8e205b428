using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>
/// Sends a request in the API version that it needs: the job's own, the connection's, or the one that the connection's search finds.
/// Where a version was given, no other one is tried.
/// </summary>
internal sealed class VersionedRequests(LanguageConnection connection, ServiceLog log)
{
    private readonly ServiceConnection service = ServiceConnection.Of(connection);

    // What a search of this command that found nothing ended in. The command ends with it, and its other requests need not search again.
    private LanguageServiceException? nothingFound;

    /// <summary>The version that the user gave the connection; null when it is to be found out.</summary>
    private string? Named => service.Versions is null ? connection.ApiVersion : null;

    /// <summary>Reads a job's first page in the version that has the job.</summary>
    /// <exception cref="LanguageServiceException">No version has it, or it cannot be read.</exception>
    /// <exception cref="InvalidJobException">The version that was given cannot be.</exception>
    public async Task<FirstPage> ReadAsync(JobAddress job, Func<ApiDialect, Task<FirstPage>> read, CancellationToken cancellation)
    {
        if (VersionOf(job) is { } version)
            return await read(DialectOf(job, version)).ConfigureAwait(false);
        var search = SearchFor(job);
        var first = await FindAsync(search, job, read, cancellation).ConfigureAwait(false);
        return first.LacksTasks ? await CompleteAsync(search, job, first, read, cancellation).ConfigureAwait(false) : first;
    }

    /// <summary>Submits a job in a version that the endpoint has, and that has the kinds of its tasks.</summary>
    /// <exception cref="LanguageServiceException">It was not accepted, or nobody can tell.</exception>
    /// <exception cref="FormatException">No version has such tasks.</exception>
    public async Task<LanguageJob> SubmitAsync(
        IReadOnlyList<InputTask> tasks, Func<ApiDialect, Task<LanguageJob>> submit, CancellationToken cancellation)
    {
        if (service.Versions is not { } search)
            return await submit(ApiDialect.For(connection.ApiVersion)).ConfigureAwait(false);
        var versions = ApiVersions.CandidatesWith(tasks);
        if (versions.Length == 0)
            throw new FormatException($"No API version that is tried has all of these in one job: {string.Join(", ", tasks.Select(task => task.Kind))}.");
        return await SearchAsync(search, versions, submit, cancellation).ConfigureAwait(false);
    }

    /// <summary>Cancels a job in a version that can; only the dated ones can, and they may know a job of v3.x.</summary>
    /// <returns>The version.</returns>
    /// <exception cref="LanguageServiceException">No version can cancel the job, or the service refuses.</exception>
    public async Task<string> CancelAsync(JobAddress job, Func<ApiDialect, Task<string>> cancel, CancellationToken cancellation)
    {
        var isOlder = job.ApiVersion is { } own && !ApiVersions.IsDated(own);
        var version = isOlder ? Named : VersionOf(job);
        // A health job of v3.x is known in v3.x alone.
        var only = job.Area == JobArea.Health ? job.ApiVersion : version;
        if (only is not null && !ApiVersions.IsDated(only))
            throw NotSupported($"API version {only} cannot cancel jobs; the dated versions can. Job {job.JobId} goes on.", null);
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
                + "If it is running, it goes on.",
                e);
        }
    }

    private static bool IsNotThere(LanguageServiceException e) => e.Failure is ServiceFailure.ApiNotFound or ServiceFailure.JobNotFound;

    private static LanguageServiceException NotSupported(string message, LanguageServiceException? inner) =>
        new(ServiceFailure.NotSupported, message, inner) { StatusCode = inner?.StatusCode, RequestUri = inner?.RequestUri };

    // An address of the dated versions that names none is not asked for in a v3.x that the connection names.
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
            throw new InvalidJobException($"Job {job.JobId} cannot be asked for. {e.Message}", e);
        }
    }

    // What an endpoint has for conversations says nothing about its texts.
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
                // The version was retired while the job was waited for: the job is looked for again.
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
            // The tasks that are known are better than none; the warning says that there are more.
        }
        log.Warning(FormattableString.Invariant(
            $"Job {job.JobId} has {first.Page.Job.Total} tasks, of which API version {first.Dialect.Version} lists {first.Page.Job.Tasks.Length}; no dated version lists more."));
        return first;
    }

    // Where no version is there at all, no other request of the command can succeed either.
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
            log.Verbose($"The endpoint has API version {version}.");
    }
}
