using System.Management.Automation;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>
/// A command about the results of jobs and of parts of jobs. A part, or a job that holds its results, needs no request; any
/// other job is read page by page, and a page is processed before the next one is requested.
/// </summary>
public abstract class JobResultCommand : JobCommand<JobRows>
{
    private NameFilter? tasks;

    internal JobResultCommand()
    {
    }

    /// <summary>Only results of tasks with one of these names. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TaskNameCompleter))]
    public string[]? TaskName { get; set; }

    /// <summary>Prepares the filter.</summary>
    protected override void BeginProcessing() => tasks = new NameFilter(TaskName);

    /// <summary>Deals with a job, or a page of one, before what it holds.</summary>
    private protected virtual void Take(LanguageJob page) => Remember(page);

    /// <summary>Deals with what a task found in a document.</summary>
    private protected abstract void Take(LanguageDocument document);

    /// <summary>Deals with an error that the service reports.</summary>
    private protected virtual void Take(LanguageJobError error) => WriteError(ErrorRecords.Of(error));

    /// <summary>True for a task that the filter lets through.</summary>
    private protected bool MatchesTask(string? name) => tasks!.Matches(name);

    private protected override bool StandsForItself(JobHandle handle) => handle.Part is not null;

    // An imported job may exist only in its file, even if that is only one page.
    private protected override Task<JobRows>? TryTake(JobHandle job) => job switch
    {
        { Part: { } part } => Task.FromResult(new JobRows(part)),
        { Job: { IsWhole: true } or { Path: not null } } => Task.FromResult(new JobRows(job.Job, null)),
        _ => null,
    };

    private protected override async Task<JobRows> ReadAsync(JobClient client, JobAddress job, CancellationToken cancellation)
    {
        var pages = client.Pages(job, showStatistics: false);
        var first = await pages.NextAsync(cancellation).ConfigureAwait(false);
        return new JobRows(first!, pages);
    }

    private protected override void Emit(JobHandle job, JobRows result)
    {
        if (result.Part is { } part)
            EmitTask(part);
        if (result.Page is { } first)
            EmitPages(first, result.Rest);
    }

    private void EmitPages(LanguageJob first, JobPages? rest)
    {
        SayWhetherFinished(first);
        EmitPage(first);
        while (rest is not null && ReadMore(rest.NextAsync) is { } next)
            EmitPage(next);
        Remember(first, isRead: true);
    }

    private void EmitPage(LanguageJob page)
    {
        Take(page);
        foreach (var error in page.Errors)
        {
            // An error of the whole job concerns every task.
            if (error.TaskKind is null || MatchesTask(error.TaskName))
                Take(error);
        }
        foreach (var task in page.Tasks)
            EmitTask(task);
    }

    private void EmitTask(LanguageTask task)
    {
        if (!MatchesTask(task.Name))
            return;
        foreach (var document in task.Documents)
            Take(document);
        foreach (var error in task.Errors)
            Take(error);
    }

    private void SayWhetherFinished(LanguageJob job)
    {
        if (!job.IsFinished)
            WriteWarning($"Job {job.JobId} is not finished ({job.Status}, {job.Completed} of {job.Total} tasks). These are the rows that it has so far; Wait-LanguageJob waits for the rest.");
    }
}
