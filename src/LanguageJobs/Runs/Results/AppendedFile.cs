namespace LanguageJobs.Runs;

/// <summary>
/// A file that is appended to, and of which only as much counts as the journal says. What a killed worker left behind that is cut off when
/// the next one opens the file.
/// </summary>
internal sealed class AppendedFile : IDisposable
{
    private readonly FileStream file;

    /// <param name="path">The file; made where there is none.</param>
    /// <param name="length">How much of it counts.</param>
    /// <exception cref="RunException">The file is shorter than that.</exception>
    /// <exception cref="IOException">The file cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write to it.</exception>
    public AppendedFile(string path, long length)
    {
        var found = File.Exists(path) ? new FileInfo(path).Length : 0;
        if (found < length)
        {
            throw new RunException(RunFailure.ResultsDamaged,
                FormattableString.Invariant($"'{path}' has {found:N0} bytes, and {length:N0} were written to it. Results are missing."), path);
        }
        file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 1);
        file.SetLength(length);
        file.Seek(0, SeekOrigin.End);
        Length = length;
    }

    public long Length { get; private set; }

    /// <summary>Appends bytes. They are on the disk after <see cref="Flush"/>.</summary>
    public void Append(MemoryStream bytes)
    {
        file.Write(bytes.GetBuffer(), 0, (int)bytes.Length);
        Length += bytes.Length;
    }

    public void Flush() => file.Flush(flushToDisk: true);

    public void Dispose() => file.Dispose();
}
