using System.Text;
using LanguageJobs.Wire;

namespace LanguageJobs.Storage;

/// <summary>Reads jobs that were saved, as the service's JSON or as JSON lines. Either may be compressed with gzip.</summary>
internal sealed class JobArchive
{
    private readonly StringPool words = new();

    /// <summary>Reads one file: the service's JSON at once, JSON lines job by job.</summary>
    /// <exception cref="FormatException">The file ends early, or holds something else.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read it.</exception>
    public IEnumerable<LanguageJob> Read(string path)
    {
        if (ArchiveName.IsLines(path))
            return ReadLines(path);
        using var bytes = ReadAll(path);
        return [Parse(Utf8(bytes.Span), path)];
    }

    /// <summary>Reads the job in a file of the service's JSON, and the JSON itself as UTF-8 without a byte order mark.</summary>
    public LanguageJob Read(string path, out byte[] utf8)
    {
        using var bytes = ReadAll(path);
        utf8 = Utf8(bytes.Span).ToArray();
        return Parse(utf8, path);
    }

    private static PooledBytes ReadAll(string path)
    {
        using var file = ArchiveStream.Open(path);
        return PooledBytes.Read(file, file is FileStream { CanSeek: true } ? file.Length : null);
    }

    // A link to a next page is not followed: a file that has one holds a part of its job.
    private LanguageJob Parse(ReadOnlySpan<byte> utf8, string path)
    {
        var (job, nextLink) = JobBody.Read(utf8, words);
        job.Path = path;
        job.IsWhole = string.IsNullOrEmpty(nextLink);
        return job;
    }

    private IEnumerable<LanguageJob> ReadLines(string path)
    {
        foreach (var job in DocumentLineReader.Read(ArchiveStream.Open(path), words))
        {
            job.Path = path;
            yield return job;
        }
    }

    // Windows PowerShell's redirection writes UTF-16 with a byte order mark.
    private static ReadOnlySpan<byte> Utf8(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, .. var rest] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(rest.ToArray())),
        [0xFE, 0xFF, .. var rest] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(rest.ToArray())),
        [0xEF, 0xBB, 0xBF, .. var rest] => rest,
        _ => bytes,
    };
}
