using System.IO.Compression;

namespace LanguageJobs.Storage;

/// <summary>Opens files that may be compressed with gzip, which their first bytes tell.</summary>
internal static class ArchiveStream
{
    private const int Unbuffered = 1;

    // At its end a gzip file has the length of what is in it.
    private const int LengthBytes = 4;

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read it.</exception>
    public static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, Unbuffered);
        try
        {
            if (!file.CanSeek || !IsGzip(file))
                return file;
            // Other runtimes read a file that was put together of several to its end.
            uint? length = NetFramework.IsRunning ? TrailingLength(file) : null;
            return new GzipSource(new GZipStream(file, CompressionMode.Decompress), length);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static bool IsGzip(FileStream file)
    {
        var isGzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return isGzip;
    }

    private static uint TrailingLength(FileStream file)
    {
        var bytes = new byte[LengthBytes];
        file.Seek(-LengthBytes, SeekOrigin.End);
        for (var i = 0; i < LengthBytes; i++)
            bytes[i] = (byte)file.ReadByte();
        file.Position = 0;
        return BitConverter.ToUInt32(bytes, 0);
    }
}
