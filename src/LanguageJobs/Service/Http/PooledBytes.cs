using System.Buffers;

namespace LanguageJobs.Service;

/// <summary>The whole of a stream in memory that is borrowed and given back.</summary>
internal sealed class PooledBytes : IDisposable
{
    private const int FirstSize = 16 * 1024;

    private byte[] buffer;
    private int length;

    private PooledBytes(int size) => buffer = ArrayPool<byte>.Shared.Rent(size);

    public ReadOnlySpan<byte> Span => buffer.AsSpan(0, length);

    /// <param name="stream">What to read, to its end.</param>
    /// <param name="expected">How many bytes there probably are.</param>
    /// <param name="cancellation">Ends the reading.</param>
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
    /// <param name="expected">How many bytes there probably are.</param>
    public static PooledBytes Read(Stream stream, long expected)
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
    private static int Size(long? expected) => expected is > 0 and < int.MaxValue ? (int)expected + 1 : FirstSize;

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(buffer.Length * 2));
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
