using System.Management.Automation;
using LanguageJobs.Service;
using LanguageJobs.Storage;

namespace LanguageJobs.Commands;

/// <summary>Reads jobs from files: the service's JSON, or JSON lines. Needs no connection and no network.</summary>
[Cmdlet(VerbsData.Import, "LanguageJob", HelpUri = HelpPages.ImportLanguageJob, DefaultParameterSetName = PathSet)]
[OutputType(typeof(LanguageJob))]
public sealed class ImportLanguageJobCommand : LanguageCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    // Enough to keep the writing thread busy; more would only use memory.
    private const int MostAhead = 8;

    private readonly JobArchive archive = new();
    private readonly ReadAhead<string, IEnumerable<LanguageJob>> reading = new(Math.Min(2 * Environment.ProcessorCount, MostAhead));

    /// <summary>The files, or folders of files. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The files or folders, by their literal paths: no character is treated as a wildcard.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Starts reading the files and emits the jobs that are ready, in the order of their files.</summary>
    protected override void ProcessRecord()
    {
        var files = ParameterSetName == LiteralPathSet
            ? LiteralPath.SelectMany(path => this.ResolveLiteralSavedJobs(path, WriteError))
            : Path.SelectMany(path => this.ResolveSavedJobs(path, WriteError));
        foreach (var file in files)
        {
            reading.Add(file, Task.Run(() => archive.Read(file), Cancellation));
            while (reading.IsFull || reading.FirstIsReady)
                EmitFirst();
        }
    }

    /// <summary>Emits the jobs that are left.</summary>
    protected override void EndProcessing()
    {
        while (!reading.IsEmpty)
            EmitFirst();
    }

    private void EmitFirst()
    {
        var (file, jobs) = reading.TakeFirst();
        try
        {
            var isEmpty = true;
            foreach (var job in Await(jobs))
            {
                isEmpty = false;
                Emit(job, file);
            }
            if (isEmpty)
                WriteWarning($"'{file}' is empty: it holds no documents of any job.");
        }
        catch (Exception e) when (!ErrorRecords.IsFromEngine(e))
        {
            WriteError(ErrorRecords.OfFile(
                e, file, "Import-LanguageJob reads the complete JSON of a job, as the service sent it, and the JSON lines of Export-LanguageJob (*.jsonl)."));
        }
    }

    private void Emit(LanguageJob job, string file)
    {
        Cancellation.ThrowIfCancellationRequested();
        if (!job.IsWhole)
            WriteWarning($"'{file}' holds one page of job {job.JobId}, with a link to a further page that is not in the file. The job is incomplete.");
        WriteJob(job);
    }
}
