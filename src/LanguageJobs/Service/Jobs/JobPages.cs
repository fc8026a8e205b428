using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>The pages of one job, each asked for when it is wanted, in the API version that answered for the first.</summary>
internal sealed class JobPages(JobClient client, JobAddress job, bool showStatistics)
{
    private readonly HashSet<Uri> visited = [];
    private readonly HashSet<(LanguageErrorScope, string?, string?, string?, string?)> reported = [];
    private ApiDialect? dialect;
    private Uri? here;
    private string? link;

    /// <summary>The next page, as a job that holds what stands on it; null after the last one.</summary>
    /// <exception cref="LanguageServiceException">The page could not be had, or its link leads nowhere or in a circle.</exception>
    public async Task<LanguageJob?> NextAsync(CancellationToken cancellation)
    {
        if (dialect is null)
            return await FirstAsync(cancellation).ConfigureAwait(false);
        if (link is null)
            return null;
        var address = Follow(link);
        // A page that fails is the last one.
        link = null;
        var (page, next) = await client.GetPageAsync(address, job, dialect, cancellation).ConfigureAwait(false);
        ForgetRepeatedErrors(page);
        Arrive(address, page, next);
        return page;
    }

    private async Task<LanguageJob?> FirstAsync(CancellationToken cancellation)
    {
        var first = await client.GetFirstPageAsync(job, ApiDialect.LargestPage, showStatistics, repeat: true, cancellation).ConfigureAwait(false);
        dialect = first.Dialect;
        Arrive(first.Address, first.Page.Job, first.Page.NextLink);
        return first.Page.Job;
    }

    private void Arrive(Uri address, LanguageJob page, string? next)
    {
        if (string.IsNullOrEmpty(next))
            return;
        here = address;
        link = next;
        visited.Add(address);
        foreach (var error in page.AllErrors)
            reported.Add(Key(error));
    }

    private Uri Follow(string link)
    {
        var address = client.Follow(here!, link) ?? throw new LanguageServiceException(
            ServiceFailure.InvalidResponse, $"The link to the next page of job {job.JobId} is not an address: '{link}'.")
        {
            RequestUri = here,
        };
        return !visited.Contains(address) ? address : throw new LanguageServiceException(
            ServiceFailure.NextLinkRepeated, $"The link to the next page of job {job.JobId} leads back to a page that was read already: {address}")
        {
            RequestUri = address,
        };
    }

    // Tasks, counters and the job's errors stand on every page; only the documents differ. Errors within one page stay as they are.
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
