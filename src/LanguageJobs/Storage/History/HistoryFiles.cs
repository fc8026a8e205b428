using System.Globalization;

namespace LanguageJobs.Storage;

/// <summary>
/// The files of a history. Each process appends to a segment of its own and never opens one twice; segments that are no longer in use are
/// folded into one file, in which each job has one line, sorted by time.
/// </summary>
internal sealed class HistoryFiles(string folder)
{
    private const string SegmentPrefix = "jobs-";
    private const string Suffix = ".jsonl";

    // A process locks its segment a moment after it has made it, and writes to it then.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    public string Folder { get; } = folder;

    /// <summary>The file that segments are folded into.</summary>
    public string Folded => Path.Combine(Folder, "folded" + Suffix);

    /// <summary>The segments, in the order in which they were made. Files with other names are not the history's and are left alone.</summary>
    public string[] Segments()
    {
        try
        {
            var segments = Directory.GetFiles(Folder, $"{SegmentPrefix}*{Suffix}");
            Array.Sort(segments, StringComparer.Ordinal);
            return segments;
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <summary>Makes a segment that no other process has.</summary>
    public JournalWriter NewSegment()
    {
        OwnerOnly.CreateFolder(Folder);
        var time = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
        return new JournalWriter(Path.Combine(Folder, $"{SegmentPrefix}{time}-{Guid.NewGuid():N}{Suffix}"), ownerOnly: true);
    }

    /// <summary>True for a segment that no process will write to again.</summary>
    public static bool IsClosed(string segment)
    {
        try
        {
            using var file = TryLock(segment, FileMode.Open);
            return file is not null && (file.Length > 0 || DateTime.UtcNow - File.GetLastWriteTimeUtc(segment) > Settled);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// Keeps other processes from folding, until it is disposed; null when another process is folding, or when the file system has no
    /// locks: there every process looks like the only one. The kernel frees the lock of a process that is killed.
    /// </summary>
    public IDisposable? TryLock()
    {
        var path = Path.Combine(Folder, ".lock");
        if (TryLock(path, FileMode.OpenOrCreate) is not { } held)
            return null;
        if (TryLock(path, FileMode.OpenOrCreate) is not { } second)
            return held;
        second.Dispose();
        held.Dispose();
        return null;
    }

    private static FileStream? TryLock(string path, FileMode mode)
    {
        try
        {
            var isNew = mode == FileMode.OpenOrCreate && !File.Exists(path);
            var file = new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None);
            if (isNew)
                OwnerOnly.RestrictFile(path);
            return file;
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return null;
        }
    }
}
