using System.IO.Compression;

namespace LanguageJobs.Storage;

/// <summary>A job's file while it is written: it appears whole or not at all.</summary>
internal sealed class ArchiveFile : IDisposable
{
    private readonly AtomicFile file;
    private readonly GZipStream? compressed;

    /// <param name="path">Where the file will stand. Its folder must exist.</param>
    /// <param name="isCompressed">Whether it is compressed with gzip.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write to the folder.</exception>
    public ArchiveFile(string path, bool isCompressed)
    {
        file = new AtomicFile(path);
        compressed = isCompressed ? new GZipStream(file.Stream, CompressionLevel.Optimal, leaveOpen: true) : null;
    }

    /// <summary>What is written here becomes the file.</summary>
    public Stream Stream => compressed ?? file.Stream;

    /// <summary>Puts the file in place.</summary>
    /// <param name="overwrite">Whether a file that stands there already is replaced.</param>
    /// <exception cref="IOException">The disk is full, or something that may not be replaced stands there.</exception>
    /// <exception cref="UnauthorizedAccessException">The file that stands there is read-only or belongs to another user.</exception>
    public void Commit(bool overwrite)
    {
        compressed?.Dispose();
        file.Commit(overwrite);
    }

    public void Dispose() => file.Dispose();
}
