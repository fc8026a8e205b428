namespace LanguageJobs.Storage;

/// <summary>
/// Reads a journal from its start, also while it is written to. A last line without its line break is torn, or not complete yet; it is
/// passed over and counted, like a line that is too long to be one of ours. Needs no lock, and memory for one line only.
/// </summary>
internal sealed class JournalReader : IDisposable
{
    private const int LongestLine = 1024 * 1024;
    private const int FirstSize = 64 * 1024;
    private const byte NewLine = (byte)'\n';

    private readonly Stream stream;
    private byte[] buffer = new byte[FirstSize];
    private int start;
    private int end;
    private int lineStart;
    private int lineLength;

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read it.</exception>
    public JournalReader(string path) : this(Open(path))
    {
    }

    /// <param name="stream">What to read; it is closed with the reader.</param>
    public JournalReader(Stream stream) => this.stream = stream;

    /// <summary>How many lines were passed over. Whoever reads the lines counts those here that are foreign to it.</summary>
    public int Skipped { get; set; }

    /// <summary>The line, without its line break.</summary>
    public ReadOnlySpan<byte> Line => buffer.AsSpan(lineStart, lineLength);

    /// <summary>Goes to the next line that is not empty; false at the end.</summary>
    public bool Read()
    {
        var isTooLong = false;
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf(NewLine);
            if (length < 0)
            {
                isTooLong |= end - start > LongestLine;
                if (isTooLong)
                    start = end;
                if (Fill())
                    continue;
                if (isTooLong || end > start)
                    Skipped++;
                start = end;
                return false;
            }
            (lineStart, lineLength) = (start, length);
            start += length + 1;
            if (isTooLong)
                Skipped++;
            else if (length > 0)
                return true;
            isTooLong = false;
        }
    }

    public void Dispose() => stream.Dispose();

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);

    private bool Fill()
    {
        Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
        (start, end) = (0, end - start);
        if (end == buffer.Length)
            Array.Resize(ref buffer, 2 * buffer.Length);
        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }
}
