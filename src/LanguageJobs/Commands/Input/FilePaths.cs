using System.Management.Automation;
using Microsoft.PowerShell.Commands;

namespace LanguageJobs.Commands;

/// <summary>Turns paths of the session into files. A path that leads to no file is reported, and costs no other path.</summary>
internal static class FilePaths
{
    /// <summary>
    /// The files that a path with wildcards leads to. A name such as <c>report[1].txt</c> is a pattern first; where nothing matches that pattern,
    /// or it is not a valid one, it is the name of a file.
    /// </summary>
    public static string[] ResolveFiles(this PSCmdlet command, string path, Action<ErrorRecord> report) => Report(path, report, () =>
    {
        var matches = Matches(command, path);
        if (matches.Length == 0)
            return [Literal(command, path)];
        var files = Array.FindAll(matches, match => !Directory.Exists(match));
        return files.Length > 0 ? files : throw new FolderException(matches[0]);
    });

    /// <summary>The same, for a command that takes folders as well.</summary>
    public static string[] ResolveFilesAndFolders(this PSCmdlet command, string path, Action<ErrorRecord> report) => Report(path, report, () =>
        Matches(command, path) is { Length: > 0 } matches ? matches : [Literal(command, path)]);

    /// <summary>The file that a path names to the letter.</summary>
    public static string[] ResolveLiteralFile(this PSCmdlet command, string path, Action<ErrorRecord> report) =>
        Report(path, report, () => [Literal(command, path)]);

    private static string[] Report(string path, Action<ErrorRecord> report, Func<string[]> resolve)
    {
        try
        {
            return resolve();
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            report(ErrorRecords.PathNotUsable(e, path));
            return [];
        }
    }

    private static string[] Matches(PSCmdlet command, string path)
    {
        try
        {
            var matches = command.GetResolvedProviderPathFromPSPath(path, out var provider);
            RequireFileSystem(provider, path);
            return [.. matches];
        }
        catch (Exception e) when (e is ItemNotFoundException or WildcardPatternException)
        {
            return [];
        }
    }

    private static string Literal(PSCmdlet command, string path)
    {
        var file = command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        RequireFileSystem(provider, path);
        if (Directory.Exists(file))
            throw new FolderException(file);
        return File.Exists(file) ? file : throw new FileNotFoundException($"No file matches '{path}'.", file);
    }

    private static void RequireFileSystem(ProviderInfo provider, string path)
    {
        if (provider.ImplementingType != typeof(FileSystemProvider))
            throw new NotSupportedException($"'{path}' is not a path of the file system but of the provider {provider.Name}.");
    }
}
