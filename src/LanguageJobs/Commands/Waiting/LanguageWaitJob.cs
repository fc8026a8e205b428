using System.Management.Automation;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>A wait in the background, for Receive-Job, Wait-Job and Stop-Job.</summary>
internal sealed class LanguageWaitJob : Job, IWaitOutput
{
    private readonly CancellationTokenSource stopping = new();
    private readonly ServiceLog log;
    private readonly string endpoint;
    private Task? running;
    private Exception? reported;

    /// <param name="command">The command that started it, as text.</param>
    /// <param name="connection">Where the jobs are.</param>
    /// <param name="isVerbose">Whether it keeps verbose messages. Without end they would fill the memory.</param>
    public LanguageWaitJob(string command, LanguageConnection connection, bool isVerbose) : base(command)
    {
        endpoint = connection.Endpoint;
        log = new ServiceLog(isVerbose ? ServiceMessageKind.Verbose : ServiceMessageKind.Warning);
        Client = new JobClient(connection, log);
        PSJobTypeName = "LanguageWaitJob";
    }

    /// <summary>Asks for the jobs; what its requests have to say goes to this job's streams.</summary>
    public JobClient Client { get; }

    /// <summary>Cancelled when the job is stopped, removed or over.</summary>
    public CancellationToken Stopping => stopping.Token;

    public override bool HasMoreData => Output.Count + Error.Count + Warning.Count + Verbose.Count > 0;

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

    void IWaitOutput.Progress(WaitProgress progress) => PassOnMessages();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stopping.Cancel();
        base.Dispose(disposing);
    }

    private void Run(JobWait wait)
    {
        var end = EndOf(wait);
        PassOnMessages();
        stopping.Cancel();
        SetJobState(end);
    }

    private JobState EndOf(JobWait wait)
    {
        try
        {
            wait.EmitAll();
            return JobState.Completed;
        }
        catch (OperationCanceledException)
        {
            return JobState.Stopped;
        }
        catch (Exception e)
        {
            if (e != reported)
                Error.Add(ErrorRecords.Of(e, null));
            return JobState.Failed;
        }
    }

    private void PassOnMessages()
    {
        while (log.Take() is { } message)
        {
            if (message.Kind == ServiceMessageKind.Warning)
                Warning.Add(new WarningRecord(message.Text));
            else
                Verbose.Add(new VerboseRecord(message.Text));
        }
    }
}
