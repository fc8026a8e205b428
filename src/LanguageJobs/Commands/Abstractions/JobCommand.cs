using System.Management.Automation;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>
/// A command that takes any number of jobs, reads several at once and deals with them in the order in which they came in.
/// </summary>
/// <typeparam name="T">What is read of a job before its turn comes.</typeparam>
public abstract class JobCommand<T> : ServiceCommand
{
    private ReadAhead<JobHandle, T>? reading;

    internal JobCommand()
    {
    }

    /// <summary>The jobs: ids, operation locations, job objects (live or deserialized), or objects with a JobId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("JobId", "Id")]
    [ValidateNotNullOrEmpty]
    public PSObject[] Job { get; set; } = [];

    /// <summary>How many requests are in flight at once, from 1 to 256.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>Reads what is needed of a job; may run on any thread.</summary>
    private protected abstract Task<T> ReadAsync(JobClient client, JobAddress job, CancellationToken cancellation);

    /// <summary>What is needed of a job that is here already; default when it has to be read all the same.</summary>
    private protected virtual bool TryTake(LanguageJob job, out T result)
    {
        result = default!;
        return false;
    }

    /// <summary>Writes out what was read.</summary>
    private protected abstract void Emit(JobHandle job, T result);

    /// <summary>Starts reading the jobs and deals with those that are ready.</summary>
    protected override void ProcessRecord()
    {
        reading ??= new ReadAhead<JobHandle, T>(ThrottleLimit, Cancellation);
        foreach (var job in Job)
        {
            try
            {
                Read(JobHandle.Of(job));
            }
            catch (FormatException e)
            {
                WriteError(ErrorRecords.InvalidJob(e, job));
            }
            while (reading.IsFull || reading.FirstIsReady)
                EmitFirst();
        }
    }

    /// <summary>Deals with the jobs that are left.</summary>
    protected override void EndProcessing()
    {
        while (reading is { IsEmpty: false })
            EmitFirst();
    }

    private void Read(JobHandle handle)
    {
        if (handle.Job is { } job && TryTake(job, out var result))
        {
            reading!.Add(handle, result);
            return;
        }
        var client = Client;
        var address = handle.Address ?? throw new FormatException("The job has no id, so the service cannot be asked for it.");
        reading!.Add(handle, cancellation => ReadAsync(client, address, cancellation));
    }

    private void EmitFirst()
    {
        var (handle, result) = reading!.TakeFirst();
        Guarded(handle, () => Emit(handle, Await(result)));
    }

    /// <summary>One bad job costs one error; what no other job can survive ends the command.</summary>
    private void Guarded(JobHandle handle, Action action)
    {
        try
        {
            action();
        }
        catch (LanguageServiceException e) when (ErrorRecords.IsFatal(e))
        {
            ThrowTerminatingError(ErrorRecords.Of(e, handle.Source));
        }
        catch (LanguageServiceException e)
        {
            WriteError(ErrorRecords.Of(e, handle.Source));
        }
        catch (FormatException e)
        {
            WriteError(ErrorRecords.InvalidJob(e, handle.Source));
        }
    }
}
