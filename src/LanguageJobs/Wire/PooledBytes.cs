using System.Buffers;

namespace LanguageJobs.Wire;

/// <summary>The contents of a stream, in memory from a pool.</summary>
internal sealed class PooledBytes : IDisposable
{
    private const int FirstSize = 16 * 1024;

    // Far above any job, and a buffer that doubles stays within what an array can hold.
    private const int MostBytes = 1 << 30;

    private byte[] buffer;
    private int length;

    private PooledBytes(int size) => buffer = size == 0 ? [] : ArrayPool<byte>.Shared.Rent(size);

    public static PooledBytes Empty => new(0);

    public ReadOnlySpan<byte> Span => buffer.AsSpan(0, length);

    /// <param name="stream">What to read, to its end.</param>
    /// <param name="expected">How many bytes there probably are; null when it is not known.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="WireFormatException">The text is too long.</exception>
    public static async Task<PooledBytes> ReadAsync(Stream stream, long? expected, CancellationToken cancellation)
    {
        var bytes = new PooledBytes(Size(expected));
        try
        {
            while (true)
            {
                if (bytes.length == bytes.buffer.Length)
                    bytes.Grow();
                var read = await stream.ReadAsync(bytes.buffer, bytes.length, bytes.buffer.Length - bytes.length, cancellation).ConfigureAwait(false);
                if (read == 0)
                    return bytes;
                bytes.length += read;
            }
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <param name="stream">What to read, to its end.</param>
    /// <param name="expected">How many bytes there probably are; null when it is not known.</param>
    /// <exception cref="WireFormatException">The text is too long.</exception>
    public static PooledBytes Read(Stream stream, long? expected)
    {
        var bytes = new PooledBytes(Size(expected));
        try
        {
            while (true)
            {
                if (bytes.length == bytes.buffer.Length)
                    bytes.Grow();
                var read = stream.Read(bytes.buffer, bytes.length, bytes.buffer.Length - bytes.length);
                if (read == 0)
                    return bytes;
                bytes.length += read;
            }
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        var used = buffer;
        buffer = [];
        length = 0;
        if (used.Length > 0)
            ArrayPool<byte>.Shared.Return(used);
    }

    // One byte more than expected, so that the end is seen without growing.
    private static int Size(long? expected) => expected switch
    {
        > MostBytes => throw TooLong(FormattableString.Invariant($"{expected:N0} bytes")),
        > 0 => (int)expected + 1,
        _ => FirstSize,
    };

    private static WireFormatException TooLong(string size) =>
        new(FormattableString.Invariant($"The text has {size}; at most {MostBytes:N0} bytes can be read."));

    private void Grow()
    {
        if (buffer.Length >= MostBytes)
            throw TooLong("more bytes than a job can have");
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
