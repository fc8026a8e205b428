using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>The pages of one job, each requested when it is needed, in the API version that returned the first one.</summary>
internal sealed class JobPages(JobClient client, JobAddress job, bool showStatistics, bool keepBytes)
{
    private readonly HashSet<Uri> visited = [];
    private readonly HashSet<(LanguageErrorScope, string?, string?, string?, string?)> reported = [];
    private ApiDialect? dialect;
    private Uri? here;
    private string? link;

    /// <summary>The last page that was read, as the service sent it, if bytes are kept.</summary>
    public byte[]? Bytes { get; private set; }

    /// <summary>The next page, as a job with the contents of that page; null after the last one.</summary>
    /// <exception cref="LanguageServiceException">The page could not be read, or its link is wrong or repeats.</exception>
    public async Task<LanguageJob?> NextAsync(CancellationToken cancellation)
    {
        if (dialect is null)
            return await FirstAsync(cancellation).ConfigureAwait(false);
        if (link is null)
            return null;
        var address = Follow(link);
        // A page that fails is the last one.
        link = null;
        var page = await client.GetPageAsync(address, job, dialect, keepBytes, cancellation).ConfigureAwait(false);
        ForgetRepeatedErrors(page.Job);
        return Arrive(address, page);
    }

    private async Task<LanguageJob?> FirstAsync(CancellationToken cancellation)
    {
        var first = await client.GetFirstPageAsync(job, ApiDialect.LargestPage, showStatistics, keepBytes, repeat: true, cancellation)
            .ConfigureAwait(false);
        dialect = first.Dialect;
        return Arrive(first.Address, first.Page);
    }

    private LanguageJob Arrive(Uri address, JobPage page)
    {
        Bytes = page.Bytes;
        if (string.IsNullOrEmpty(page.NextLink))
            return page.Job;
        here = address;
        link = page.NextLink;
        visited.Add(address);
        foreach (var error in page.Job.AllErrors)
            reported.Add(Key(error));
        return page.Job;
    }

    private Uri Follow(string link)
    {
        var address = client.Follow(here!, link) ?? throw new LanguageServiceException(
            ServiceFailure.InvalidResponse, $"The link to the next page of job {job.JobId} is not an address: '{link}'.")
        {
            RequestUri = here,
        };
        return !visited.Contains(address) ? address : throw new LanguageServiceException(
            ServiceFailure.NextLinkRepeated, $"The link to the next page of job {job.JobId} points to a page that has already been read: {address}")
        {
            RequestUri = address,
        };
    }

    // Every page has the tasks, counters and errors of the job; only the documents differ. Errors within one page are not changed.
    private void ForgetRepeatedErrors(LanguageJob page)
    {
        page.Errors = Array.FindAll(page.Errors, IsNew);
        foreach (var task in page.Tasks)
            task.Errors = Array.FindAll(task.Errors, IsNew);
    }

    private bool IsNew(LanguageJobError error) => !reported.Contains(Key(error));

    private static (LanguageErrorScope, string?, string?, string?, string?) Key(LanguageJobError error) =>
        (error.Scope, error.Task?.Kind, error.TaskName, error.DocumentId, error.Message);
}
