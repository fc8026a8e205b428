using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>Turns paths of the session into files.</summary>
internal static class FilePaths
{
    /// <summary>The files that a path with wildcards leads to; one that leads nowhere is an error of the command.</summary>
    public static IEnumerable<string> ResolveFiles(this PSCmdlet command, string path)
    {
        try
        {
            return command.GetResolvedProviderPathFromPSPath(path, out _);
        }
        catch (Exception e) when (IsMissing(e))
        {
            command.WriteError(ErrorRecords.PathNotFound(e, path));
            return [];
        }
    }

    /// <summary>The file that a path names to the letter.</summary>
    public static IEnumerable<string> ResolveLiteralFile(this PSCmdlet command, string path)
    {
        try
        {
            return [command.GetUnresolvedProviderPathFromPSPath(path)];
        }
        catch (Exception e) when (IsMissing(e))
        {
            command.WriteError(ErrorRecords.PathNotFound(e, path));
            return [];
        }
    }

    /// <summary>True for what the engine throws when a path leads nowhere.</summary>
    public static bool IsMissing(Exception e) =>
        e is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException;
}
