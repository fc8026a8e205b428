namespace LanguageJobs.Storage;

/// <summary>
/// Reads a journal from its start, also while it is written to. A last line without its line break is torn or incomplete; it is
/// skipped and counted, like a line that is too long. Needs no lock, and memory for one line only.
/// </summary>
internal sealed class JournalReader : IDisposable
{
    private const int LongestLine = 1024 * 1024;

    private readonly LineReader lines;

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read it.</exception>
    public JournalReader(string path) : this(Open(path))
    {
    }

    /// <param name="stream">What to read; it is closed with the reader.</param>
    public JournalReader(Stream stream) => lines = new LineReader(stream, LongestLine);

    /// <summary>How many lines were skipped. Readers add the lines that they cannot use.</summary>
    public int Skipped { get; set; }

    /// <summary>The line, without its line break.</summary>
    public ReadOnlySpan<byte> Line => lines.Line;

    /// <summary>Goes to the next line that is not empty; false at the end.</summary>
    public bool Read()
    {
        while (lines.Read())
        {
            if (lines.IsTooLong || !lines.IsEnded)
                Skipped++;
            else if (lines.Line.Length > 0)
                return true;
        }
        return false;
    }

    public void Dispose() => lines.Dispose();

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
}
