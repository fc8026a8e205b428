using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>
/// The input files of a run. They are looked for each time they are needed and never listed in memory: there may be millions.
/// </summary>
internal sealed class RunFiles
{
    private readonly List<PathSource> sources = [];

    /// <summary>Every file once, also where several paths lead to it.</summary>
    public IEnumerable<FileInfo> All()
    {
        for (var i = 0; i < sources.Count; i++)
        {
            foreach (var file in sources[i].Files())
            {
                if (!sources.Take(i).Any(before => before.Has(file)))
                    yield return file;
            }
        }
    }

    /// <summary>Adds what a path leads to: a file, the files of a folder, or those that match a pattern.</summary>
    /// <param name="command">The command whose session the path belongs to.</param>
    /// <param name="path">The path.</param>
    /// <param name="report">Told of a path that leads to no file.</param>
    public void Add(PSCmdlet command, string path, Action<ErrorRecord> report)
    {
        try
        {
            PathSource[] found = [.. Sources(command, path)];
            if (!found.Any(source => source.Files().Any()))
                throw new FileNotFoundException($"No file matches '{path}'.", path);
            sources.AddRange(found);
        }
        catch (Exception e) when (!ErrorRecords.IsFromEngine(e) || e is ItemNotFoundException)
        {
            report(ErrorRecords.PathNotUsable(e is ItemNotFoundException ? new FileNotFoundException(e.Message, e) : e, path));
        }
    }

    private static IEnumerable<PathSource> Sources(PSCmdlet command, string path)
    {
        var item = command.ResolveNewItem(path);
        if (File.Exists(item))
            return [new PathSource(Path.GetDirectoryName(item)!, Path.GetFileName(item), null)];
        if (Directory.Exists(item))
            return [new PathSource(item, null, new WildcardPattern("*"))];
        if (!WildcardPattern.ContainsWildcardCharacters(path))
            return [];
        var pattern = new WildcardPattern(Path.GetFileName(item), WildcardOptions.IgnoreCase);
        var folder = command.SessionState.Path.ParseParent(path, null);
        var folders = folder.Length == 0 ? [Path.GetDirectoryName(item)!] : command.GetResolvedProviderPathFromPSPath(folder, out _).ToArray();
        return folders.Where(Directory.Exists).Select(one => new PathSource(one, null, pattern));
    }

    // One file of a folder, or those that match. Names that begin with a dot are hidden, and a folder is full of them on some systems.
    private sealed record PathSource(string Folder, string? Name, WildcardPattern? Pattern)
    {
        public IEnumerable<FileInfo> Files() => Name is not null
            ? [new FileInfo(Path.Combine(Folder, Name))]
            : new DirectoryInfo(Folder).EnumerateFiles().Where(file => Matches(file.Name));

        public bool Has(FileInfo file) => file.DirectoryName == Folder && Matches(file.Name);

        private bool Matches(string name) => Name is null ? name[0] != '.' && Pattern!.IsMatch(name) : Name == name;
    }
}
