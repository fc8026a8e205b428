using System.Management.Automation;
using LanguageJobs.Service;
using LanguageJobs.Storage;

namespace LanguageJobs.Commands;

/// <summary>Saves jobs in files, one for each, so that their results outlive the 24 hours of the service.</summary>
[Cmdlet(VerbsData.Export, "LanguageJob", HelpUri = HelpPages.ExportLanguageJob, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportLanguageJobCommand : JobCommand<ExportedJob>
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private ArchiveFolder? folder;
    private JobExport? export;

    /// <summary>The folder that the files are written to. It is made where there is none.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The jobs: ids, operation locations, job objects (live or deserialized), or objects with a JobId.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Alias("JobId", "Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCompleter))]
    public override PSObject[] Job { get; set; } = [];

    /// <summary>The service's own JSON, which is the default, or JSON lines.</summary>
    [Parameter]
    public LanguageJobFormat Format { get; set; }

    /// <summary>Compresses the files with gzip.</summary>
    [Parameter]
    public SwitchParameter Compress { get; set; }

    /// <summary>Saves jobs that are not finished, too, as far as they are.</summary>
    [Parameter]
    public SwitchParameter IncludeUnfinished { get; set; }

    /// <summary>Does not replace a file that exists.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    private protected override string Activity => "Exporting language jobs";

    /// <summary>Prepares the export.</summary>
    protected override void BeginProcessing()
    {
        folder = new ArchiveFolder(this.ResolveTarget(Path, ThrowTerminatingError), Format, Compress);
        export = new JobExport(folder, Format, IncludeUnfinished, overwrite: !NoClobber);
    }

    private protected override void Process(JobHandle job)
    {
        // Whoever names a job twice wants it once.
        if (taken.Add(IdOf(job)) && ShouldProcess(FileOf(job)))
            base.Process(job);
    }

    private protected override Task<ExportedJob>? TryTake(JobHandle job)
    {
        var file = FileOf(job);
        if (folder!.Holds(IdOf(job)))
            return Task.FromResult(new ExportedJob());
        if (NoClobber && File.Exists(file))
            return Task.FromResult(new ExportedJob { Error = ErrorRecords.FileNotWritable(new IOException("It exists already, and -NoClobber was given."), file) });
        if (Format == LanguageJobFormat.JsonLines)
            return job.Job is { IsWhole: true } or { Path: not null } ? export!.FromObjectAsync(job.Job, file) : null;
        if (job.Job?.Path is not { } path)
            return null;
        if (File.Exists(path))
            return export!.FromFileAsync(path, job.Source, file);
        return FindConnection() is not null ? null : throw new LanguageServiceException(
            ServiceFailure.JobNotFound, $"'{path}', which the job was imported from, is gone, and there is no connection to ask the service.");
    }

    private protected override Task<ExportedJob> ReadAsync(JobClient client, JobAddress job, CancellationToken cancellation) =>
        export!.FromServiceAsync(client, job, folder!.FileOf(job.JobId), cancellation);

    private protected override void Emit(JobHandle job, ExportedJob result)
    {
        var file = FileOf(job);
        if (result.Error is { } error)
            WriteError(error);
        else if (result is { Job: { } unfinished, IsWritten: false })
            WriteWarning($"Job {unfinished.JobId} is not finished ({unfinished.Status}) and was not exported. Wait-LanguageJob waits for it; -IncludeUnfinished exports what it has so far.");
        else
        {
            if (result.Job is { } written)
                Remember(written, file);
            else
                WriteVerbose($"'{file}' holds the whole job already.");
            this.WriteFile(file);
        }
    }

    // A finished job is read whole, and need not be read again.
    private void Remember(LanguageJob job, string file)
    {
        Remember(job, isRead: true);
        if (job is { Path: not null, IsWhole: false })
            WriteWarning($"'{file}' holds one page of job {job.JobId}, as '{job.Path}' does; further pages are missing.");
        if (job is { IsFinished: true, Endpoint: not null, JobId: { } id })
            JobHistory.Current?.Export(id, file);
    }

    // An imported job may have no id.
    private static string IdOf(JobHandle job) =>
        job.Job is { JobId: null or "", Path: { } path } ? ArchiveName.Base(path) : job.RequireAddress().JobId;

    private string FileOf(JobHandle job) => folder!.FileOf(IdOf(job));
}
