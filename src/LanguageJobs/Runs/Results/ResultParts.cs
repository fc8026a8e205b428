using System.IO.Compression;
using LanguageJobs.Storage;

namespace LanguageJobs.Runs;

/// <summary>
/// The results of a shard: files of JSON lines, compressed in pieces that each can be read alone, so that a kill costs none of the pieces
/// before.
/// </summary>
/// <param name="folder">The run's folder.</param>
/// <param name="shard">The shard.</param>
/// <param name="unit">The unit of offsets.</param>
/// <param name="part">The last part that the journal has; 0 for none.</param>
/// <param name="length">How much of it counts.</param>
internal sealed class ResultParts(RunFolder folder, int shard, StringIndexType? unit, int part, long length) : IDisposable
{
    private const long LargestPart = 128 * 1024 * 1024;
    private const int LargestPiece = 4 * 1024 * 1024;

    private readonly MemoryStream lines = new();
    private readonly MemoryStream piece = new();
    private AppendedFile? file = part == 0 ? null : new AppendedFile(folder.Part(shard, part), length);

    /// <summary>The number of the part that is written to.</summary>
    public int Part { get; private set; } = part;

    /// <summary>Its length.</summary>
    public long Length => file?.Length ?? 0;

    /// <summary>Appends the results of jobs. They are on the disk when it returns.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Append(IEnumerable<LanguageJob> jobs)
    {
        foreach (var job in jobs)
        {
            using (var writer = new DocumentLineWriter(lines, unit))
                writer.Write(job);
            if (lines.Length > LargestPiece)
                AppendPiece();
        }
        AppendPiece();
        file?.Flush();
    }

    public void Dispose() => file?.Dispose();

    private void AppendPiece()
    {
        if (lines.Length == 0)
            return;
        using (var gzip = new GZipStream(piece, CompressionLevel.Optimal, leaveOpen: true))
            lines.WriteTo(gzip);
        if (file is null || file.Length + piece.Length > LargestPart)
            NextPart();
        file!.Append(piece);
        lines.SetLength(0);
        piece.SetLength(0);
    }

    private void NextPart()
    {
        file?.Flush();
        file?.Dispose();
        Part++;
        // What a killed worker began and the journal does not have is written again.
        file = new AppendedFile(folder.Part(shard, Part), 0);
    }
}
