using System.Management.Automation;
using LanguageJobs.Service;
using LanguageJobs.Storage;

namespace LanguageJobs.Commands;

/// <summary>
/// Gets jobs with all pages of their results, in input order. Without a job it lists
/// those that the history remembers, the newest first; they hold no results.
/// </summary>
[Cmdlet(VerbsCommon.Get, "LanguageJob", HelpUri = HelpPages.GetLanguageJob, DefaultParameterSetName = HistorySet)]
[OutputType(typeof(LanguageJob))]
public sealed class GetLanguageJobCommand : JobCommand<LanguageJob>
{
    private const string JobSet = "Job";
    private const string HistorySet = "History";

    /// <summary>The jobs: ids, operation locations, job objects (live or deserialized), or objects with a JobId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = JobSet)]
    [Alias("JobId", "Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCompleter))]
    public override PSObject[] Job { get; set; } = [];

    /// <summary>Asks for statistics of the documents, too.</summary>
    [Parameter(ParameterSetName = JobSet)]
    public SwitchParameter IncludeStatistics { get; set; }

    /// <summary>The maximum number of remembered jobs to list.</summary>
    [Parameter(ParameterSetName = HistorySet)]
    [ValidateRange(1, int.MaxValue)]
    public int? Newest { get; set; }

    /// <summary>Only remembered jobs that were created after this time.</summary>
    [Parameter(ParameterSetName = HistorySet)]
    public DateTime? After { get; set; }

    /// <summary>Only remembered jobs that were created before this time.</summary>
    [Parameter(ParameterSetName = HistorySet)]
    public DateTime? Before { get; set; }

    /// <summary>Only remembered jobs with one of these states. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = HistorySet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string[]? Status { get; set; }

    /// <summary>Only remembered jobs with one of these names. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = HistorySet)]
    [SupportsWildcards]
    public string[]? DisplayName { get; set; }

    /// <summary>Asks the service for the state of the jobs that were not finished when they were last seen.</summary>
    [Parameter(ParameterSetName = HistorySet)]
    public SwitchParameter Refresh { get; set; }

    /// <summary>Processes the remaining jobs, or lists those that are remembered.</summary>
    protected override void EndProcessing()
    {
        // An empty pipeline means no jobs, not a listing.
        if (ParameterSetName == HistorySet && !MyInvocation.ExpectingInput)
            List();
        else
            base.EndProcessing();
    }

    private protected override Task<LanguageJob> ReadAsync(JobClient client, JobAddress job, CancellationToken cancellation) =>
        client.GetJobAsync(job, IncludeStatistics, cancellation);

    private protected override void Emit(JobHandle job, LanguageJob result) => WriteJob(result);

    private void List()
    {
        if (JobHistory.Current is not { } history)
        {
            WriteWarning($"The history of jobs is turned off by the environment variable {HistoryFolder.Variable}.");
            return;
        }
        var filter = new HistoryFilter(After, Before, DisplayName, Status);
        var expiring = new ExpiringJobs();
        try
        {
            var matching = history.NewestFirst().TakeWhile(job => !filter.IsPast(job)).Where(filter.Matches);
            foreach (var job in Refreshed(matching, history).Where(filter.MatchesStatus).Take(Newest ?? int.MaxValue))
            {
                Cancellation.ThrowIfCancellationRequested();
                expiring.Add(job);
                WriteObject(JobDisplay.AsRemembered(job.ToJob()));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.HistoryNotReadable(e, HistoryFolder.Find()!));
        }
        if (expiring.TakeWarning() is { } warning)
            WriteWarning(warning);
    }

    private IEnumerable<RememberedJob> Refreshed(IEnumerable<RememberedJob> jobs, JobHistory history) =>
        Refresh ? new HistoryRefresh(Client, history, ThrottleLimit, Cancellation).Refresh(jobs, Await, Report) : jobs;
}
