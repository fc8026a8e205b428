using System.Management.Automation;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>
/// A command that emits rows of jobs. A job that holds its results is not asked for again; any other is read page by page, and
/// a page's rows go out before the next page is asked for.
/// </summary>
public abstract class JobRowCommand : JobCommand<JobRows>
{
    private NameFilter? documents;
    private NameFilter? tasks;

    internal JobRowCommand()
    {
    }

    /// <summary>Only rows of documents with one of these ids. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DocumentIdCompleter))]
    public string[]? DocumentId { get; set; }

    /// <summary>Only rows of tasks with one of these names. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TaskNameCompleter))]
    public string[]? TaskName { get; set; }

    /// <summary>Prepares the filters.</summary>
    protected override void BeginProcessing()
    {
        documents = new NameFilter(DocumentId);
        tasks = new NameFilter(TaskName);
    }

    private protected abstract void EmitRows(LanguageDocument document);

    private protected virtual void EmitError(LanguageJobError error) => WriteError(ErrorRecords.Of(error));

    private protected override bool TryTake(LanguageJob job, out JobRows result)
    {
        result = new JobRows(job, null);
        return true;
    }

    private protected override async Task<JobRows> ReadAsync(JobClient client, JobAddress job, CancellationToken cancellation)
    {
        var pages = client.Pages(job, showStatistics: false);
        var first = await pages.NextAsync(cancellation).ConfigureAwait(false);
        return new JobRows(first!, pages);
    }

    private protected override void Emit(JobHandle job, JobRows result)
    {
        SayWhetherFinished(result.Page);
        EmitPage(result.Page);
        while (result.Rest is { } pages && Await(pages.NextAsync(Cancellation)) is { } next)
            EmitPage(next);
    }

    private void EmitPage(LanguageJob page)
    {
        Remember(page);
        foreach (var error in page.Errors)
        {
            if (tasks!.Matches(error.TaskName))
                EmitError(error);
        }
        foreach (var task in page.Tasks)
        {
            if (tasks!.Matches(task.Name))
                EmitTask(task);
        }
    }

    private void EmitTask(LanguageTask task)
    {
        foreach (var document in task.Documents)
        {
            if (documents!.Matches(document.DocumentId))
                EmitRows(document);
        }
        foreach (var error in task.Errors)
        {
            if (error.Scope == LanguageErrorScope.Task || documents!.Matches(error.DocumentId))
                EmitError(error);
        }
    }

    private void SayWhetherFinished(LanguageJob job)
    {
        if (!job.IsFinished)
            WriteVerbose($"Job {job.JobId} is not finished ({job.Status}, {job.Completed} of {job.Total} tasks): these are the rows that it has so far.");
    }
}
