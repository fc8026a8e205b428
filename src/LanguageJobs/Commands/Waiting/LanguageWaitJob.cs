using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>A wait in the background, for Receive-Job, Wait-Job and Stop-Job.</summary>
internal sealed class LanguageWaitJob : Job, IWaitOutput
{
    private readonly CancellationTokenSource stopping;
    private readonly string endpoint;
    private Task? running;
    private Exception? reported;

    /// <param name="command">The command that started it, as text.</param>
    /// <param name="endpoint">Where the jobs are.</param>
    /// <param name="stopping">Ends the wait.</param>
    public LanguageWaitJob(string command, string endpoint, CancellationTokenSource stopping) : base(command)
    {
        this.endpoint = endpoint;
        this.stopping = stopping;
        PSJobTypeName = "LanguageWaitJob";
    }

    public override bool HasMoreData => Output.Count > 0 || Error.Count > 0;

    public override string Location => endpoint;

    public override string StatusMessage => JobStateInfo.State.ToString();

    public void Start(JobWait wait)
    {
        SetJobState(JobState.Running);
        running = Task.Run(() => Run(wait));
    }

    public override void StopJob()
    {
        stopping.Cancel();
        running?.Wait();
    }

    public void Write(LanguageJob job) => Output.Add(PSObject.AsPSObject(job));

    public void Fail(Exception failure, object source)
    {
        Fail(ErrorRecords.Of(failure, source));
        // The job ends here, as the command would.
        if (ErrorRecords.IsFatal(failure))
        {
            reported = failure;
            throw failure;
        }
    }

    public void Fail(ErrorRecord record) => Error.Add(record);

    void IWaitOutput.Progress(WaitProgress progress)
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stopping.Cancel();
        base.Dispose(disposing);
    }

    private void Run(JobWait wait)
    {
        try
        {
            wait.EmitAll();
            SetJobState(JobState.Completed);
        }
        catch (OperationCanceledException)
        {
            SetJobState(JobState.Stopped);
        }
        catch (Exception e)
        {
            if (e != reported)
                Error.Add(ErrorRecords.Of(e, null));
            SetJobState(JobState.Failed);
        }
        finally
        {
            stopping.Cancel();
        }
    }
}
