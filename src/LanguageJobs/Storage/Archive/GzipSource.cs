using System.IO.Compression;

namespace LanguageJobs.Storage;

/// <summary>What is in a gzip file. Where it has not the length that the file says, it was not read to its end, which is an error.</summary>
/// <param name="content">What is in the file.</param>
/// <param name="expected">The length that the file says, modulo 2^32; null where it says nothing, or nobody needs to know.</param>
internal sealed class GzipSource(GZipStream content, uint? expected) : Stream
{
    private uint length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="InvalidDataException">The file is damaged, or has further parts that this runtime does not read.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = content.Read(buffer, offset, count);
        length = unchecked(length + (uint)read);
        if (read == 0 && count > 0 && expected is { } known && known != length)
            throw new InvalidDataException("The gzip file was not read to its end. Windows PowerShell reads only the first part of a file that was put together of several.");
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            content.Dispose();
        base.Dispose(disposing);
    }
}
