using LanguageJobs.Wire;

namespace LanguageJobs.Storage;

/// <summary>
/// Reads jobs from JSON lines, as <see cref="DocumentLineWriter"/> writes them. Lines of one job that follow one another become one job; only
/// one job is in memory at a time.
/// </summary>
internal static class DocumentLineReader
{
    // Far above any document's results.
    private const int LongestLine = 256 * 1024 * 1024;

    /// <param name="stream">The lines; closed when the last has been read.</param>
    /// <param name="words">Where strings that come again are kept.</param>
    /// <exception cref="WireFormatException">A line is not about a document of a job; it says which.</exception>
    public static IEnumerable<LanguageJob> Read(Stream stream, StringPool words)
    {
        using var lines = new LineReader(stream, LongestLine);
        var body = new DocumentBody();
        LinesOfJob? job = null;
        while (lines.Read())
        {
            if (IsBlank(lines.Line))
                continue;
            var line = ReadLine(lines, words, body);
            if (job is not null && job.JobId != line.JobId)
            {
                yield return job.ToJob();
                job = null;
            }
            (job ??= new LinesOfJob(line.JobId)).Add(line);
        }
        if (job is not null)
            yield return job.ToJob();
    }

    private static DocumentLine ReadLine(LineReader lines, StringPool words, DocumentBody body)
    {
        try
        {
            if (lines.IsTooLong)
                throw new WireFormatException("The line is too long to be about a document.");
            return DocumentLine.Read(lines.Line, words, body);
        }
        catch (WireFormatException e)
        {
            throw e.InLine(lines.Number);
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.Length == 0 || line is [(byte)'\r'];
}
