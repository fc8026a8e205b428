using System.Management.Automation;
using System.Management.Automation.Runspaces;
using LanguageJobs.Service;
using LanguageJobs.Storage;

namespace LanguageJobs.Commands;

/// <summary>
/// The base of all commands: they wait for work on other threads, write its messages, and end it when they are stopped
/// or when the pipeline needs no more output.
/// </summary>
public abstract class LanguageCommand : PSCmdlet, IDisposable
{
    private const int MillisecondsBetweenMessages = 100;

    // Stopped work ends at once, except in a hanging file system; then it is abandoned.
    private const int LongestFarewell = 500;

    private readonly CancellationTokenSource stopping = new();

    internal LanguageCommand()
    {
    }

    private protected ServiceLog Log { get; } = new();

    private protected CancellationToken Cancellation => stopping.Token;

    /// <summary>Ends all work at once (Ctrl+C).</summary>
    protected override void StopProcessing() => stopping.Cancel();

    /// <summary>Ends the work that is no longer needed, for example <c>Select-Object -First 1</c>.</summary>
    public void Dispose()
    {
        stopping.Cancel();
        Log.Close();
        Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives up what the command still holds, for example a file that it has not finished.</summary>
    private protected virtual void Release()
    {
    }

    /// <summary>Emits a job.</summary>
    private protected void WriteJob(LanguageJob job)
    {
        Remember(job, job.IsWhole);
        WriteObject(job);
    }

    /// <summary>Keeps a job's id and names for completion and, where the service has the job, in the history.</summary>
    /// <param name="job">The job, or a page of it.</param>
    /// <param name="isRead">Whether all its results have been read.</param>
    private protected void Remember(LanguageJob job, bool isRead = false)
    {
        SeenJobs.Of(Runspace.DefaultRunspace).Add(job);
        if (job.Endpoint is null || JobHistory.Current is not { } history)
            return;
        history.See(job, isRead, ServiceTime.LastSkew);
        WarnOfUnwritable(history);
    }

    /// <summary>Says once a session that jobs are not remembered.</summary>
    private protected void WarnOfUnwritable(JobHistory history)
    {
        if (history.TakeWarning() is { } warning)
            WriteWarning(warning);
    }

    // With -Debug the engine shows a warning and then asks whether to go on. Without an interactive host that throws, but the warning has
    // been shown.
    private protected new void WriteWarning(string text)
    {
        try
        {
            base.WriteWarning(text);
        }
        catch (PSInvalidOperationException)
        {
        }
    }

    /// <summary>Waits on the pipeline's thread, the only one that may write to streams.</summary>
    private protected T Await<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            Task.WaitAny([task], MillisecondsBetweenMessages);
            if (Cancellation.IsCancellationRequested && Task.WaitAny([task], LongestFarewell) < 0)
                throw new PipelineStoppedException();
            PassOnMessages();
            ShowProgress();
        }
        PassOnMessages();
        try
        {
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Does file work on another thread, so that the command can be stopped even if the file system hangs.</summary>
    internal T InBackground<T>(Func<T> work) => Await(Task.Run(work, Cancellation));

    /// <summary>Does file work on another thread, so that the command can be stopped even if the file system hangs.</summary>
    internal void InBackground(Action work) => InBackground(() =>
    {
        work();
        return true;
    });

    /// <summary>Shows how far the command is; called often while it waits.</summary>
    private protected virtual void ShowProgress()
    {
    }

    /// <summary>Writes the messages of requests, and runs their tasks on the pipeline's thread, such as a token provider.</summary>
    private protected void PassOnMessages()
    {
        while (Log.TryTakeErrand(out var errand))
            errand();
        while (Log.Take() is { } message)
        {
            switch (message.Kind)
            {
                case ServiceMessageKind.Debug:
                    WriteDebug(message.Text);
                    break;
                case ServiceMessageKind.Verbose:
                    WriteVerbose(message.Text);
                    break;
                default:
                    WriteWarning(message.Text);
                    break;
            }
        }
    }
}
