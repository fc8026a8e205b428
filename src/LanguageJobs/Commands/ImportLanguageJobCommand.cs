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
        var literal = ParameterSetName == LiteralPathSet;
        foreach (var path in literal ? LiteralPath : Path)
        {
            foreach (var file in Resolve(path, literal))
                Import(file);
        }
    }

    private IEnumerable<string> Resolve(string path, bool literal)
    {
        try
        {
            return literal ? [GetUnresolvedProviderPathFromPSPath(path)] : GetResolvedProviderPathFromPSPath(path, out _);
        }
        catch (Exception e) when (e is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException)
        {
            WriteError(ErrorRecords.PathNotFound(e, path));
            return [];
        }
    }

    private void Import(string file)
    {
        try
        {
            WriteObject(Await(archive.ReadAsync(file, Cancellation)));
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
