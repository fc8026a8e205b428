using System.Diagnostics;
using System.Management.Automation;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>Waits for jobs and emits each, whole, the moment it is seen finished, whether it succeeded or failed.</summary>
[Cmdlet(VerbsLifecycle.Wait, "LanguageJob")]
[OutputType(typeof(LanguageJob), typeof(Job))]
public sealed class WaitLanguageJobCommand : JobInputCommand, IWaitOutput
{
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch sinceProgress = Stopwatch.StartNew();
    private readonly List<JobHandle> background = [];
    private JobWait? wait;
    private bool showedProgress;

    /// <summary>How many seconds to wait; -1 waits as long as it takes. A job that is left then is an error, and goes on.</summary>
    [Parameter]
    [ValidateRange(-1, int.MaxValue / 1000)]
    public int Timeout { get; set; } = -1;

    /// <summary>The seconds between two questions for a job. Without it they grow with the job's age, from 1 to 10.</summary>
    [Parameter]
    [ValidateRange(0.01, 3600)]
    public double PollInterval { get; set; }

    /// <summary>Ends as soon as one job is finished.</summary>
    [Parameter]
    public SwitchParameter Any { get; set; }

    /// <summary>Asks for statistics of the documents, too.</summary>
    [Parameter]
    public SwitchParameter IncludeStatistics { get; set; }

    /// <summary>Waits in the background, and emits a PowerShell job at once.</summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <summary>Waits for the jobs that are left, or starts the background job.</summary>
    protected override void EndProcessing()
    {
        if (AsJob)
        {
            StartInBackground();
            return;
        }
        UntilStopped(() => wait?.EmitAll());
        if (showedProgress)
            WriteProgress(new ProgressRecord(0, WaitProgress.Activity, "Done") { RecordType = ProgressRecordType.Completed });
    }

    private protected override void Process(JobHandle job)
    {
        if (AsJob)
        {
            background.Add(job);
            return;
        }
        wait ??= NewWait(this, Cancellation);
        wait.Add(job);
        PassOnMessages();
        UntilStopped(wait.EmitReady);
    }

    void IWaitOutput.Write(LanguageJob job) => WriteJob(job);

    void IWaitOutput.Fail(Exception failure, object source) => Report(failure, source);

    void IWaitOutput.Fail(ErrorRecord record) => WriteError(record);

    void IWaitOutput.Progress(WaitProgress progress)
    {
        PassOnMessages();
        if (sinceProgress.Elapsed < BetweenProgress)
            return;
        sinceProgress.Restart();
        showedProgress = true;
        WriteProgress(progress.ToRecord());
    }

    private JobWait NewWait(IWaitOutput output, CancellationToken cancellation) => new(
        new JobWatch(Client, ThrottleLimit, PollInterval > 0 ? TimeSpan.FromSeconds(PollInterval) : null, IncludeStatistics, cancellation),
        Timeout < 0 ? null : TimeSpan.FromSeconds(Timeout),
        Any,
        output);

    private void StartInBackground()
    {
        var stopping = new CancellationTokenSource();
        var job = new LanguageWaitJob(MyInvocation.Line, Client.Connection.Endpoint, stopping);
        var waiting = NewWait(job, stopping.Token);
        foreach (var handle in background)
            Guarded(handle, () => waiting.Add(handle));
        job.Start(waiting);
        JobRepository.Add(job);
        WriteObject(job);
    }

    private static void UntilStopped(Action action)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }
}
