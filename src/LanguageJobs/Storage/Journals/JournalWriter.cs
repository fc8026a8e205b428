namespace LanguageJobs.Storage;

/// <summary>
/// Writes a journal: a file of JSON lines that is only ever appended to, by one process. Each append is one unbuffered write, so a
/// process that is killed leaves at most one torn line behind, the last.
/// </summary>
internal sealed class JournalWriter : IDisposable
{
    // The smallest that .NET Framework takes; a write that is larger than the buffer passes it by.
    private const int Unbuffered = 1;
    private const byte NewLine = (byte)'\n';

    private readonly FileStream file;
    private long length;

    /// <param name="path">The journal; made where there is none, continued where there is one.</param>
    /// <param name="ownerOnly">Whether only the user may read a new journal.</param>
    /// <exception cref="IOException">The file cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write to it.</exception>
    public JournalWriter(string path, bool ownerOnly = false)
    {
        Path = path;
        file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, Unbuffered);
        length = file.Length;
        if (ownerOnly && length == 0)
            OwnerOnly.RestrictFile(path);
        EndTornLine();
    }

    public string Path { get; }

    /// <summary>How long the journal is, in bytes.</summary>
    public long Length => length;

    /// <summary>Appends whole lines, each with its line break, in one write.</summary>
    /// <exception cref="JournalTakenException">Another process has written to the journal.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Append(byte[] lines, int count)
    {
        RequireOurs();
        try
        {
            file.Write(lines, 0, count);
        }
        catch (IOException)
        {
            RemoveTornLine();
            throw;
        }
        length += count;
    }

    /// <summary>Makes sure that nobody else has written to the journal.</summary>
    /// <exception cref="JournalTakenException">Another process has.</exception>
    public void RequireOurs()
    {
        if (file.Length != length)
            throw new JournalTakenException(Path);
    }

    /// <summary>Waits until all that was appended is on the disk: it survives a kill and a loss of power.</summary>
    public void Flush() => file.Flush(flushToDisk: true);

    public void Dispose() => file.Dispose();

    // A killed process may have left half a line, which must not be continued by the next one.
    private void EndTornLine()
    {
        if (length == 0)
            return;
        file.Seek(-1, SeekOrigin.End);
        if (file.ReadByte() == NewLine)
            return;
        Append([NewLine], 1);
    }

    // A disk that is full takes a part of a write.
    private void RemoveTornLine()
    {
        try
        {
            file.SetLength(length);
            file.Seek(0, SeekOrigin.End);
        }
        catch (IOException)
        {
            // The failure of the write is the one to report.
        }
    }
}
