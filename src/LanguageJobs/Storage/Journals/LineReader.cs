namespace LanguageJobs.Storage;

/// <summary>Reads the lines of a stream. Needs memory for one line only, and not even that for one that is too long.</summary>
/// <param name="stream">What to read; it is closed with the reader.</param>
/// <param name="longest">How many bytes a line may have.</param>
internal sealed class LineReader(Stream stream, int longest) : IDisposable
{
    private const int FirstSize = 64 * 1024;
    private const byte NewLine = (byte)'\n';

    private byte[] buffer = new byte[FirstSize];
    private int start;
    private int end;
    private int lineStart;
    private int lineLength;

    /// <summary>The line, without its line break; of one that is too long, only a part.</summary>
    public ReadOnlySpan<byte> Line => buffer.AsSpan(lineStart, lineLength);

    /// <summary>The line's number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>True when the line is too long.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>False for a last line that has no line break.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Goes to the next line; false at the end.</summary>
    public bool Read()
    {
        IsTooLong = false;
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf(NewLine);
            if (length >= 0)
            {
                Take(length, isEnded: true);
                start++;
                return true;
            }
            IsTooLong |= end - start > longest;
            if (IsTooLong)
                start = end;
            if (Fill())
                continue;
            if (end == start && !IsTooLong)
                return false;
            Take(end - start, isEnded: false);
            return true;
        }
    }

    public void Dispose() => stream.Dispose();

    private void Take(int length, bool isEnded)
    {
        (lineStart, lineLength, IsEnded) = (start, length, isEnded);
        start += length;
        Number++;
    }

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
