using System.Management.Automation;
using Microsoft.PowerShell.Commands;

namespace LanguageJobs.Commands;

/// <summary>Turns paths of the session into files. A path without a file is reported; other paths are not affected.</summary>
internal static class FilePaths
{
    /// <summary>The files that a path leads to, see <see cref="ResolveItems"/>. Folders that a pattern matches are left out.</summary>
    /// <param name="command">The command.</param>
    /// <param name="path">The path.</param>
    /// <param name="report">Takes the error of a path that leads to no file.</param>
    /// <param name="contents">Which files of a folder stand for it, as a pattern; null when a folder is an error.</param>
    public static string[] ResolveFiles(this PSCmdlet command, string path, Action<ErrorRecord> report, string? contents = null) =>
        Reported(path, report, () => FilesOf(contents is null
            ? Items(command, path)
            : [.. Items(command, path).SelectMany(item => Contents(item, contents))]));

    /// <summary>The file with a literal path.</summary>
    public static string[] ResolveLiteralFile(this PSCmdlet command, string path, Action<ErrorRecord> report) =>
        Reported(path, report, () => FilesOf([LiteralItem(command, path)]));

    /// <summary>
    /// The files and folders that a path with wildcards leads to. A name such as <c>report[1].txt</c> is a pattern first; where nothing matches
    /// that pattern, or it is not a valid one, it is the name of a file.
    /// </summary>
    public static string[] ResolveItems(this PSCmdlet command, string path, Action<ErrorRecord> report) =>
        Reported(path, report, () => Items(command, path));

    /// <summary>The file or folder that a path names to the letter.</summary>
    public static string[] ResolveLiteralItem(this PSCmdlet command, string path, Action<ErrorRecord> report) =>
        Reported(path, report, () => [LiteralItem(command, path)]);

    /// <summary>The file that a path names to the letter, to be written: it need not exist.</summary>
    /// <param name="command">Whose session knows the path.</param>
    /// <param name="path">The path.</param>
    /// <param name="end">Ends the command when the path is not one of the file system.</param>
    public static string ResolveTarget(this PSCmdlet command, string path, Action<ErrorRecord> end) =>
        Reported(path, end, () => [command.ResolveNewItem(path)]).Single();

    /// <summary>Emits a file as Get-Item does, with the members that its view needs.</summary>
    public static void WriteFile(this PSCmdlet command, string file) =>
        command.WriteObject(command.InvokeProvider.Item.Get([PathFor(file)], force: true, literalPath: true), enumerateCollection: true);

    /// <summary>Opens a file with the program that the system has for it.</summary>
    public static void OpenFile(this PSCmdlet command, string file) => command.InvokeProvider.Item.Invoke([PathFor(file)], literalPath: true);

    // The session may be in a drive of another provider.
    private static string PathFor(string file) => $@"Microsoft.PowerShell.Core\FileSystem::{file}";

    private static string[] Reported(string path, Action<ErrorRecord> report, Func<string[]> resolve)
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

    private static string[] FilesOf(string[] items)
    {
        var files = Array.FindAll(items, item => !Directory.Exists(item));
        return files.Length > 0 ? files : throw new FolderException(items[0]);
    }

    // A folder without such files stands for itself.
    private static string[] Contents(string item, string pattern)
    {
        string[] files = Directory.Exists(item) ? Directory.GetFiles(item, pattern) : [];
        Array.Sort(files, StringComparer.Ordinal);
        return files.Length > 0 ? files : [item];
    }

    private static string[] Items(PSCmdlet command, string path)
    {
        var matches = Matches(command, path);
        return matches.Length > 0 ? matches : [LiteralItem(command, path)];
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

    private static string LiteralItem(PSCmdlet command, string path)
    {
        var item = command.ResolveNewItem(path);
        return File.Exists(item) || Directory.Exists(item) ? item : throw new FileNotFoundException($"No file matches '{path}'.", item);
    }

    /// <summary>The full path that a path means in the session, whether something stands there or not.</summary>
    /// <exception cref="NotSupportedException">The path is not one of the file system.</exception>
    public static string ResolveNewItem(this PSCmdlet command, string path)
    {
        var item = command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        RequireFileSystem(provider, path);
        return item;
    }

    private static void RequireFileSystem(ProviderInfo provider, string path)
    {
        if (provider.ImplementingType != typeof(FileSystemProvider))
            throw new NotSupportedException($"'{path}' is not a file: it is a path of the provider {provider.Name}.");
    }
}
