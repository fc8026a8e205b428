using System.Management.Automation;
using LanguageJobs.Storage;

namespace LanguageJobs.Commands;

/// <summary>Turns paths into files that hold jobs. Of a folder these are the files whose names say so; other files may be named one by one.</summary>
internal static class SavedJobPaths
{
    /// <summary>The files that a path with wildcards leads to. Folders that a pattern matches beside files are left out.</summary>
    public static IEnumerable<string> ResolveSavedJobs(this PSCmdlet command, string path, Action<ErrorRecord> report)
    {
        var items = command.ResolveItems(path, report);
        var files = Array.FindAll(items, item => !Directory.Exists(item));
        return files.Length > 0 ? files : items.SelectMany(folder => FilesIn(folder, report));
    }

    /// <summary>The file, or the files of the folder, that a path names to the letter.</summary>
    public static IEnumerable<string> ResolveLiteralSavedJobs(this PSCmdlet command, string path, Action<ErrorRecord> report) => command
        .ResolveLiteralItem(path, report)
        .SelectMany(item => Directory.Exists(item) ? FilesIn(item, report) : [item]);

    private static string[] FilesIn(string folder, Action<ErrorRecord> report)
    {
        try
        {
            var files = ArchiveName.FilesIn(folder);
            return files.Length > 0 ? files : throw new FileNotFoundException($"'{folder}' has no saved jobs: no *.json, *.jsonl, *.json.gz or *.jsonl.gz.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report(ErrorRecords.PathNotUsable(e, folder));
            return [];
        }
    }
}
