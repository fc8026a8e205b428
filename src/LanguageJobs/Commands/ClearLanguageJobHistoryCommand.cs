using System.Management.Automation;
using LanguageJobs.Storage;

namespace LanguageJobs.Commands;

/// <summary>Removes jobs from the history. The jobs at the service and exported files are not changed.</summary>
[Cmdlet(VerbsCommon.Clear, "LanguageJobHistory", HelpUri = HelpPages.ClearLanguageJobHistory, SupportsShouldProcess = true)]
public sealed class ClearLanguageJobHistoryCommand : PSCmdlet
{
    private static readonly TimeSpan ShortestAge = TimeSpan.FromSeconds(1);

    /// <summary>Only jobs that are older than this.</summary>
    [Parameter]
    public TimeSpan? OlderThan { get; set; }

    /// <summary>Only jobs with one of these states. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string[]? Status { get; set; }

    /// <summary>Clears the history.</summary>
    protected override void EndProcessing()
    {
        // PowerShell converts a plain number to ticks: 30 would match all jobs.
        if (OlderThan < ShortestAge)
            ThrowTerminatingError(ErrorRecords.InvalidAge(OlderThan.Value));
        if (JobHistory.Current is not { } history)
            return;
        var before = DateTimeOffset.UtcNow - OlderThan;
        var statuses = new NameFilter(Status);
        try
        {
            var count = history.NewestFirst().Count(IsCleared);
            if (count > 0 && ShouldProcess(count == 1 ? "1 remembered job" : $"{count} remembered jobs", "Forget"))
                history.Clear(IsCleared);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.HistoryNotWritable(e, HistoryFolder.Find()!));
        }

        bool IsCleared(RememberedJob job) => (before is null || job.Key < before) && statuses.Matches(job.Status);
    }
}
