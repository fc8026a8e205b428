namespace LanguageJobs.Storage;

/// <summary>
/// Writes a file completely or not at all. It is written under a temporary name in the same folder, flushed to the disk and then put
/// in place in one step. Until then, an existing file is not changed.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    // The name does not contain the target's, which may be as long as the file system allows.
    private const string TemporaryPrefix = ".languagejobs-";
    private const string TemporarySuffix = ".tmp";
    private const int BufferSize = 64 * 1024;

    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly string target;
    private readonly string temporary;
    private readonly FileStream stream;
    private bool isPlaced;

    /// <param name="path">The path of the file. Its folder must exist.</param>
    /// <param name="ownerOnly">Whether only the user may read it, if the system has such modes.</param>
    /// <exception cref="IOException">The folder cannot be written to, or the path is a device.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write to the folder.</exception>
    public AtomicFile(string path, bool ownerOnly = false)
    {
        target = Path.GetFullPath(path);
        // Replacing /dev/null with a file would remove the device for the whole machine.
        if (target.StartsWith("/dev/", StringComparison.Ordinal) && File.Exists(target))
            throw new IOException($"'{target}' is a device and cannot be replaced by a file.");
        temporary = Path.Combine(Path.GetDirectoryName(target)!, $"{TemporaryPrefix}{Guid.NewGuid():N}{TemporarySuffix}");
        stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize);
        if (ownerOnly)
            OwnerOnly.RestrictFile(temporary);
    }

    /// <summary>The stream to write the file's contents to.</summary>
    public Stream Stream => stream;

    /// <summary>Puts the file in place.</summary>
    /// <param name="overwrite">Whether an existing file is replaced.</param>
    /// <param name="isDurable">Whether to wait until it is on the disk, so that it survives a loss of power too. That costs milliseconds.</param>
    /// <exception cref="IOException">The disk is full, or the target exists and must not be replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">The existing file is read-only or belongs to another user.</exception>
    public void Commit(bool overwrite = true, bool isDurable = true)
    {
        stream.Flush(isDurable);
        stream.Dispose();
        try
        {
            File.Move(temporary, target);
        }
        catch (IOException) when (overwrite && File.Exists(target))
        {
            File.Replace(temporary, target, destinationBackupFileName: null);
        }
        isPlaced = true;
    }

    /// <summary>Removes what was written, unless it has been put in place.</summary>
    public void Dispose()
    {
        if (isPlaced)
            return;
        try
        {
            stream.Dispose();
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // On a full disk the last flush fails again; the first failure is the one to report.
            TryDelete(temporary);
        }
    }

    /// <summary>Removes temporary files that killed processes left in a folder. Those that are in use, or younger than an hour, stay.</summary>
    public static void RemoveAbandoned(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, $"{TemporaryPrefix}*{TemporarySuffix}"))
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > Abandoned)
                TryDelete(file);
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
