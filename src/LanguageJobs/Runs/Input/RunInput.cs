using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LanguageJobs.Runs;

/// <summary>
/// The input of a run: files with a document each, JSON lines (<c>.jsonl</c>, <c>.ndjson</c>) and <c>.csv</c> with <c>Id</c> and <c>Text</c>.
/// It is read as a stream, whatever its size.
/// </summary>
/// <param name="patterns">What the user gave.</param>
/// <param name="files">Finds the files, in any order.</param>
/// <param name="readText">Reads the text of a file that is one document.</param>
internal sealed class RunInput(string[] patterns, Func<IEnumerable<FileInfo>> files, Func<string, string> readText)
{
    private static readonly string[] JsonLines = [".jsonl", ".ndjson"];

    private const string Csv = ".csv";

    public string[] Patterns { get; } = patterns;

    /// <summary>The size of all files together; 0 before they are counted.</summary>
    public long Bytes { get; private set; }

    /// <summary>Counts the files and takes a hash of their names and sizes, which does not depend on their order or their folder.</summary>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    public (int Files, string Hash) Summarize()
    {
        using var sha = SHA256.Create();
        var sum = new byte[sha.HashSize / 8];
        var count = 0;
        var bytes = 0L;
        foreach (var file in files())
        {
            Add(sum, sha.ComputeHash(Encoding.UTF8.GetBytes(string.Format(CultureInfo.InvariantCulture, "{0}\0{1}", file.Name, file.Length))));
            count++;
            bytes += file.Length;
        }
        Bytes = bytes;
        return (count, Hex.Of(sum));
    }

    /// <summary>All documents, one after the other.</summary>
    /// <param name="passed">Told how many bytes of the input are behind, after each document.</param>
    /// <exception cref="IOException">A file with several documents, or a folder, cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read it.</exception>
    /// <exception cref="RunException">A CSV file has no column for the texts.</exception>
    public IEnumerable<RunDocument> Documents(Action<long> passed)
    {
        var before = 0L;
        foreach (var file in files())
        {
            foreach (var document in Documents(file.FullName, position => passed(before + position)))
                yield return document;
            before += file.Length;
            passed(before);
        }
    }

    private IEnumerable<RunDocument> Documents(string path, Action<long> at)
    {
        var extension = Path.GetExtension(path);
        if (JsonLines.Contains(extension, StringComparer.OrdinalIgnoreCase))
            return JsonLinesInput.Read(path, at);
        if (extension.Equals(Csv, StringComparison.OrdinalIgnoreCase))
            return CsvInput.Read(path, at);
        return [new RunDocument(Path.GetFileName(path), null, () => readText(path))];
    }

    private static void Add(byte[] sum, byte[] hash)
    {
        var carry = 0;
        for (var i = sum.Length - 1; i >= 0; i--)
        {
            carry += sum[i] + hash[i];
            sum[i] = (byte)carry;
            carry >>= 8;
        }
    }
}
