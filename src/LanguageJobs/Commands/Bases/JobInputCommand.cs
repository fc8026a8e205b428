using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>A command that takes jobs, by any handle.</summary>
public abstract class JobInputCommand : ServiceCommand
{
    internal JobInputCommand()
    {
    }

    /// <summary>The jobs: ids, operation locations, job objects (live or deserialized), or objects with a JobId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("JobId", "Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCompleter))]
    public PSObject[] Job { get; set; } = [];

    /// <summary>How many requests are in flight at once, from 1 to 256.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>Deals with each job in turn; what names no job is an error and costs no other.</summary>
    protected override void ProcessRecord()
    {
        foreach (var job in Job)
        {
            JobHandle handle;
            try
            {
                handle = JobHandle.Of(job);
            }
            catch (Exception e) when (!ErrorRecords.IsFromEngine(e))
            {
                WriteError(ErrorRecords.Of(e, job));
                continue;
            }
            Guarded(handle, () => Process(handle));
        }
    }

    private protected abstract void Process(JobHandle job);

    /// <summary>One bad job costs one error; what no other job can survive ends the command.</summary>
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
