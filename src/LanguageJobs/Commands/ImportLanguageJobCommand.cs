using System.Management.Automation;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>Reads jobs from files that hold the service's JSON. Needs no connection and no network.</summary>
[Cmdlet(VerbsData.Import, "LanguageJob", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LanguageJob))]
public sealed class ImportLanguageJobCommand : LanguageCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly JobArchive archive = new();

    /// <summary>The files. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The files, taken as they are written: no character is a wildcard.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Reads the files and emits their jobs.</summary>
    protected override void ProcessRecord()
    {
        var files = ParameterSetName == LiteralPathSet ? LiteralPath.SelectMany(this.ResolveLiteralFile) : Path.SelectMany(this.ResolveFiles);
        foreach (var file in files)
            Import(file);
    }

    private void Import(string file)
    {
        try
        {
            WriteJob(Await(archive.ReadAsync(file, Cancellation)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            WriteError(ErrorRecords.PathNotFound(e, file));
        }
        catch (FormatException e)
        {
            WriteError(ErrorRecords.InvalidFile(e, file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.FileNotReadable(e, file));
        }
    }
}
