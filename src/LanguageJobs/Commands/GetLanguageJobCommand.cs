using System.Management.Automation;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>Gets jobs, whole: every page of their results is read and merged. Jobs come out in the order in which they went in.</summary>
[Cmdlet(VerbsCommon.Get, "LanguageJob")]
[OutputType(typeof(LanguageJob))]
public sealed class GetLanguageJobCommand : JobCommand<LanguageJob>
{
    /// <summary>Asks for statistics of the documents, too.</summary>
    [Parameter]
    public SwitchParameter IncludeStatistics { get; set; }

    private protected override Task<LanguageJob> ReadAsync(JobClient client, JobAddress job, CancellationToken cancellation) =>
        client.GetJobAsync(job, IncludeStatistics, cancellation);

    private protected override void Emit(JobHandle job, LanguageJob result) => WriteJob(result);
}
