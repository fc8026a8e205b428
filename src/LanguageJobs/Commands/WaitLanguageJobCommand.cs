using System.Management.Automation;
using System.Text;
using LanguageJobs.Service;
using LanguageJobs.Storage;

namespace LanguageJobs.Commands;

/// <summary>Waits for jobs and emits each one, with all its results, as soon as it finishes, whether it succeeded or failed.</summary>
[Cmdlet(VerbsLifecycle.Wait, "LanguageJob", HelpUri = HelpPages.WaitLanguageJob)]
[OutputType(typeof(LanguageJob), typeof(Job))]
public sealed class WaitLanguageJobCommand : JobInputCommand, IWaitOutput
{
    private readonly List<JobHandle> background = [];
    private readonly ProgressBar bar;
    private JobWait? wait;

    /// <summary>Prepares a wait.</summary>
    public WaitLanguageJobCommand() => bar = new ProgressBar(this, "Waiting for language jobs", TimeSpan.FromSeconds(0.2));

    /// <summary>How many seconds to wait; -1 waits as long as it takes. Each other job is an error, and keeps running.</summary>
    [Parameter]
    [ValidateRange(-1, int.MaxValue / 1000)]
    public int Timeout { get; set; } = -1;

    /// <summary>The time between two polls of a job, in seconds. By default it grows with the job's age, from 1 to 10.</summary>
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
        bar.End();
    }

    private protected override void Process(JobHandle job)
    {
        if (AsJob)
        {
            background.Add(job);
            return;
        }
        wait ??= NewWait(this, Client, Cancellation);
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
        bar.Show(progress.ToState);
    }

    private JobWait NewWait(IWaitOutput output, JobClient client, CancellationToken cancellation) => new(
        new JobWatch(client, ThrottleLimit, new PollSchedule(PollInterval > 0 ? TimeSpan.FromSeconds(PollInterval) : null), IncludeStatistics, cancellation)
        {
            Seen = state => JobHistory.Current?.See(state, isRead: false, ServiceTime.LastSkew),
        },
        Timeout < 0 ? null : TimeSpan.FromSeconds(Timeout),
        Any,
        output);

    private void StartInBackground()
    {
        if (Client.Connection.Authentication == TokenProviderCredential.Name)
            ThrowTerminatingError(ErrorRecords.NoProviderInBackground());
        var job = new LanguageWaitJob(CommandText, Client.Connection, IsVerbose);
        var waiting = NewWait(job, job.Client, job.Stopping);
        foreach (var handle in background)
            Guarded(handle, () => waiting.Add(handle));
        job.Start(waiting);
        JobRepository.Add(job);
        WriteObject(job);
    }

    // The line as typed is not kept, because it may contain a key.
    private string CommandText
    {
        get
        {
            var text = new StringBuilder(MyInvocation.MyCommand.Name);
            foreach (var parameter in MyInvocation.BoundParameters)
            {
                if (parameter.Value is SwitchParameter { IsPresent: true })
                    text.Append($" -{parameter.Key}");
                else if (parameter.Value is int or double)
                    text.Append(FormattableString.Invariant($" -{parameter.Key} {parameter.Value}"));
            }
            return text.ToString();
        }
    }

    private bool IsVerbose => MyInvocation.BoundParameters.TryGetValue("Verbose", out var given)
        ? given is SwitchParameter { IsPresent: true }
        : GetVariableValue("VerbosePreference") is ActionPreference and not ActionPreference.SilentlyContinue;

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
