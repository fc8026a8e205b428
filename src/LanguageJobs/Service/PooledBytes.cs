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
        // One byte more than expected, so that the end is seen without growing.
        var bytes = new PooledBytes(expected is > 0 and < int.MaxValue ? (int)expected + 1 : FirstSize);
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

    public void Dispose()
    {
        var used = buffer;
        buffer = [];
        length = 0;
        if (used.Length > 0)
            ArrayPool<byte>.Shared.Return(used);
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(buffer.Length * 2));
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
