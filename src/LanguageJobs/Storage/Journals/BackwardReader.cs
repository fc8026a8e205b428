namespace LanguageJobs.Storage;

/// <summary>Reads the lines of a file from its end, so reading the last ones takes no longer in a long file.</summary>
internal sealed class BackwardReader : IDisposable
{
    private const int BlockSize = 64 * 1024;
    private const byte NewLine = (byte)'\n';

    private readonly FileStream file;

    // The unread part of the file and, in the buffer up to end, the unread part of what was taken from it.
    private long left;
    private byte[] buffer = new byte[BlockSize];
    private int end;
    private int lineStart;
    private int lineLength;

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read it.</exception>
    public BackwardReader(string path)
    {
        file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        left = file.Length;
    }

    /// <summary>The line, without its line break.</summary>
    public ReadOnlySpan<byte> Line => buffer.AsSpan(lineStart, lineLength);

    /// <summary>Goes to the line before; false at the start of the file. Empty lines are passed over.</summary>
    public bool Read()
    {
        while (true)
        {
            var start = buffer.AsSpan(0, end).LastIndexOf(NewLine);
            if (start < 0 && left > 0)
            {
                Fill();
                continue;
            }
            (lineStart, lineLength) = (start + 1, end - start - 1);
            end = Math.Max(start, 0);
            if (lineLength > 0)
                return true;
            if (start < 0)
                return false;
        }
    }

    public void Dispose() => file.Dispose();

    // Puts the block before in front of what is left in the buffer.
    private void Fill()
    {
        var size = (int)Math.Min(left, BlockSize);
        var target = size + end > buffer.Length ? new byte[2 * (size + end)] : buffer;
        Buffer.BlockCopy(buffer, 0, target, size, end);
        buffer = target;
        end += size;
        left -= size;
        file.Seek(left, SeekOrigin.Begin);
        for (var read = 0; read < size;)
        {
            var count = file.Read(buffer, read, size - read);
            if (count == 0)
                throw new EndOfStreamException($"'{file.Name}' was truncated while it was being read.");
            read += count;
        }
    }
}
