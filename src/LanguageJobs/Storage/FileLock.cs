namespace LanguageJobs.Storage;

/// <summary>A lock that is a file, held until it is disposed. The kernel frees the lock of a process that is killed.</summary>
internal static class FileLock
{
    // What a file that somebody else has open is refused with: Windows' sharing and lock violations, EAGAIN of Linux and of macOS.
    private static readonly int[] InUse = [unchecked((int)0x80070020), unchecked((int)0x80070021), 11, 35];

    /// <summary>Takes the lock.</summary>
    /// <returns>The lock; null when another process holds it.</returns>
    /// <exception cref="IOException">The folder is missing, or the file system is read-only or full.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write to the folder.</exception>
    public static IDisposable? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (InUse.Contains(e.HResult))
        {
            return null;
        }
    }
}
