using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>A command that reads several jobs at once and processes them in input order.</summary>
/// <typeparam name="T">What is read of a job before its turn comes.</typeparam>
public abstract class JobCommand<T> : JobInputCommand
{
    private readonly ProgressBar bar;
    private ReadAhead<JobHandle, T>? reading;
    private Throttle? throttle;
    private long done;

    internal JobCommand() => bar = new ProgressBar(this, Activity, TimeSpan.FromSeconds(1));

    /// <summary>Processes the remaining jobs.</summary>
    protected override void EndProcessing()
    {
        while (reading is { IsEmpty: false })
            EmitFirst();
        bar.End();
    }

    /// <summary>What the command does, for its progress bar.</summary>
    private protected virtual string Activity => "Reading language jobs";

    private protected override void ShowProgress() =>
        bar.Show(() => ProgressState.Of(done, MyInvocation.ExpectingInput ? null : Job.Length, "jobs done", Holdup));

    /// <summary>Reads what is needed of a job; may run on any thread.</summary>
    private protected abstract Task<T> ReadAsync(JobClient client, JobAddress job, CancellationToken cancellation);

    /// <summary>The data of a job that does not have to be read from the service; null when it has to be read.</summary>
    private protected virtual Task<T>? TryTake(JobHandle job) => null;

    /// <summary>Reads more of a job that is being dealt with, within the limit on requests.</summary>
    private protected TMore ReadMore<TMore>(Func<CancellationToken, Task<TMore>> read) => Await(throttle!.RunAsync(read));

    /// <summary>Writes out what was read.</summary>
    private protected abstract void Emit(JobHandle job, T result);

    private protected override void Process(JobHandle job)
    {
        // Twice as many as run, so that one slow job does not block the others. With a limit of one nothing is read ahead:
        // a -PipelineVariable of the preceding command then belongs to the emitted job.
        reading ??= new ReadAhead<JobHandle, T>(ThrottleLimit == 1 ? 1 : 2 * ThrottleLimit);
        throttle ??= new Throttle(ThrottleLimit, Cancellation);
        Read(job);
        PassOnMessages();
        while (reading.IsFull || reading.FirstIsReady)
            EmitFirst();
        ShowProgress();
    }

    private void Read(JobHandle job)
    {
        if (TryTake(job) is { } taken)
        {
            reading!.Add(job, taken);
            return;
        }
        var client = Client;
        var address = job.RequireAddress();
        reading!.Add(job, throttle!.RunAsync(cancellation => ReadAsync(client, address, cancellation)));
    }

    private void EmitFirst()
    {
        var (job, result) = reading!.TakeFirst();
        Guarded(job, () => Emit(job, Await(result)));
        done++;
    }
}
