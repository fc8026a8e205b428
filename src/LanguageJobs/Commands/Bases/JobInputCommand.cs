using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>A command that takes jobs in any form.</summary>
public abstract class JobInputCommand : ServiceCommand
{
    private JobHandle? lastRow;

    internal JobInputCommand()
    {
    }

    /// <summary>The jobs: ids, operation locations, job objects (live or deserialized), or objects with a JobId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("JobId", "Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCompleter))]
    public virtual PSObject[] Job { get; set; } = [];

    /// <summary>The maximum number of concurrent requests, from 1 to 256.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>Processes each job; an object that does not specify a job is an error, and other jobs are not affected.</summary>
    protected override void ProcessRecord()
    {
        foreach (var job in Job)
            Process(job);
    }

    private protected abstract void Process(JobHandle job);

    /// <summary>True for objects that the command takes themselves, although they also name a job.</summary>
    private protected virtual bool StandsForItself(JobHandle handle) => false;

    private protected virtual void Process(PSObject? job)
    {
        JobHandle handle;
        try
        {
            handle = JobHandle.Of(job);
        }
        catch (Exception e) when (!ErrorRecords.IsFromEngine(e))
        {
            WriteError(ErrorRecords.Of(e, JobHandle.Shown(job)));
            return;
        }
        if (!IsRepeated(handle))
            Guarded(handle, () => Process(handle));
    }

    // The rows of one job come one after the other, and mean that job once.
    private bool IsRepeated(JobHandle handle)
    {
        var repeated = handle.IsRow && !StandsForItself(handle) && handle.Address is not null && handle.Address == lastRow?.Address;
        lastRow = handle.IsRow && !StandsForItself(handle) ? handle : null;
        return repeated;
    }

    /// <summary>A bad job is one error; the command ends if no other job can succeed.</summary>
    private protected void Guarded(JobHandle job, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (!ErrorRecords.IsFromEngine(e))
        {
            Report(e, job.Source);
        }
    }
}
