using System.Buffers;
using System.Buffers.Text;

namespace LanguageJobs.Reporting;

/// <summary>Writes what it is given as base64. Disposing it writes the end and leaves the other stream open.</summary>
internal sealed class Base64Stream(Stream output) : Stream
{
    // A multiple of three, so that there is padding at the end alone.
    private readonly byte[] waiting = new byte[3 * 16 * 1024];
    private readonly byte[] encoded = new byte[4 * 16 * 1024];
    private int count;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int length)
    {
        while (length > 0)
        {
            var part = Math.Min(length, waiting.Length - count);
            Buffer.BlockCopy(buffer, offset, waiting, count, part);
            (count, offset, length) = (count + part, offset + part, length - part);
            if (count == waiting.Length)
                Encode();
        }
    }

    /// <summary>Does nothing: what is not a multiple of three has to wait for more.</summary>
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int length) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Encode();
        base.Dispose(disposing);
    }

    private void Encode()
    {
        var status = Base64.EncodeToUtf8(waiting.AsSpan(0, count), encoded, out _, out var written);
        if (status != OperationStatus.Done)
            throw new InvalidOperationException($"Base64: {status}.");
        output.Write(encoded, 0, written);
        count = 0;
    }
}
