using System.Management.Automation;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>Cancels jobs and emits them with their new status. Finished tasks keep their results.</summary>
[Cmdlet(VerbsLifecycle.Stop, "LanguageJob", HelpUri = HelpPages.StopLanguageJob, SupportsShouldProcess = true)]
[OutputType(typeof(LanguageJob))]
public sealed class StopLanguageJobCommand : JobCommand<LanguageJob>
{
    private protected override string Activity => "Cancelling language jobs";

    private protected override void Process(JobHandle job)
    {
        if (ShouldProcess(job.RequireAddress().JobId, "Cancel job"))
            base.Process(job);
    }

    private protected override Task<LanguageJob> ReadAsync(JobClient client, JobAddress job, CancellationToken cancellation) =>
        client.CancelAsync(job, cancellation);

    private protected override void Emit(JobHandle job, LanguageJob result) => WriteJob(result);
}
