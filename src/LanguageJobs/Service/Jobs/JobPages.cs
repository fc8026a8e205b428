namespace LanguageJobs.Service;

/// <summary>The pages of one job, each asked for when it is wanted.</summary>
internal sealed class JobPages(JobClient client, string jobId, string apiVersion, Uri first)
{
    private readonly HashSet<Uri> visited = [];
    private readonly HashSet<(LanguageErrorScope, string?, string?, string?, string?)> reported = [];
    private Uri? next = first;

    /// <summary>The next page, as a job that holds what stands on it; null after the last one.</summary>
    /// <exception cref="LanguageServiceException">The page could not be had, or its link leads in a circle.</exception>
    public async Task<LanguageJob?> NextAsync(CancellationToken cancellation)
    {
        if (next is null)
            return null;
        var address = next;
        next = null;
        if (visited.Contains(address))
        {
            throw new LanguageServiceException(
                ServiceFailure.NextLinkRepeated, $"The link to the next page of job {jobId} leads back to a page that was read already: {address}")
            {
                RequestUri = address,
            };
        }

        var (job, link) = await client.GetPageAsync(address, cancellation).ConfigureAwait(false);
        client.Stamp(job, jobId, apiVersion);
        if (visited.Count > 0)
            ForgetRepeatedErrors(job);
        if (link is { Length: > 0 })
        {
            next = new Uri(address, link);
            visited.Add(address);
            foreach (var error in job.AllErrors)
                reported.Add(Key(error));
        }
        return job;
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
