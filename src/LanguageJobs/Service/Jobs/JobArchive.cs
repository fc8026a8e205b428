using System.Text;
using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>Reads jobs that were saved as the service's JSON.</summary>
internal sealed class JobArchive
{
    private const int Unbuffered = 1;

    private readonly StringPool words = new();

    /// <summary>Reads one file. A link to a next page is not followed: a file that has one holds a part of its job.</summary>
    /// <exception cref="WireFormatException">The file is not JSON, ends early, or is not a job.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public LanguageJob Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, Unbuffered);
        using var bytes = PooledBytes.Read(file, file.CanSeek ? file.Length : null);
        var (job, nextLink) = JobBody.Read(Utf8(bytes.Span), words);
        job.Path = path;
        job.IsWhole = string.IsNullOrEmpty(nextLink);
        return job;
    }

    // Windows PowerShell's redirection writes UTF-16 with a byte order mark.
    private static ReadOnlySpan<byte> Utf8(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, .. var rest] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(rest.ToArray())),
        [0xFE, 0xFF, .. var rest] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(rest.ToArray())),
        _ => bytes,
    };
}
