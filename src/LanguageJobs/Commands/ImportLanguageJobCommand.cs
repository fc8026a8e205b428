using System.Management.Automation;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>Reads jobs from files that hold the service's JSON. Needs no connection and no network.</summary>
[Cmdlet(VerbsData.Import, "LanguageJob", HelpUri = HelpPages.ImportLanguageJob, DefaultParameterSetName = PathSet)]
[OutputType(typeof(LanguageJob))]
public sealed class ImportLanguageJobCommand : LanguageCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    // Enough to keep the writing thread busy; more would only use memory.
    private const int MostAhead = 8;

    private readonly JobArchive archive = new();
    private readonly ReadAhead<string, LanguageJob> reading = new(Math.Min(2 * Environment.ProcessorCount, MostAhead));

    /// <summary>The files. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The files, by their literal paths: no character is treated as a wildcard.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Starts reading the files and emits the jobs that are ready, in the order of their files.</summary>
    protected override void ProcessRecord()
    {
        var files = ParameterSetName == LiteralPathSet
            ? LiteralPath.SelectMany(path => this.ResolveLiteralFile(path, WriteError))
            : Path.SelectMany(path => this.ResolveFiles(path, WriteError));
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
        var (file, job) = reading.TakeFirst();
        try
        {
            var imported = Await(job);
            if (!imported.IsWhole)
                WriteWarning($"'{file}' holds one page of job {imported.JobId}, with a link to a further page that is not in the file. The job is incomplete.");
            WriteJob(imported);
        }
        catch (Exception e) when (!ErrorRecords.IsFromEngine(e))
        {
            WriteError(ErrorRecords.OfFile(e, file, "Import-LanguageJob reads the complete JSON of a job, as the service sent it."));
        }
    }
}
