using System.Text;
using LanguageJobs.Storage;

namespace LanguageJobs.Runs;

/// <summary>Reads the rows of a CSV file as RFC 4180 writes them: commas, quotes that are doubled, line breaks inside quotes.</summary>
internal sealed class CsvReader : IDisposable
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Longer than any document may be.
    private const int LongestLine = 8 * 1024 * 1024;

    private readonly LineReader lines;
    private readonly StringBuilder field = new();

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read it.</exception>
    public CsvReader(string path) => lines = new LineReader(InputFile.Open(path), LongestLine);

    /// <summary>The fields of the row.</summary>
    public List<string> Fields { get; private set; } = [];

    /// <summary>The number of the line on which the row begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>What is wrong with the row; null when nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>How many bytes are behind.</summary>
    public long Position { get; private set; }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Read()
    {
        Fields = [];
        Problem = null;
        if (!ReadLine())
            return false;
        Line = lines.Number;
        field.Clear();
        var isQuoted = false;
        for (var text = Decode(); ; text = Decode())
        {
            var isWindows = text.EndsWith("\r", StringComparison.Ordinal);
            isQuoted = Split(isWindows ? text.Substring(0, text.Length - 1) : text, isQuoted);
            if (!isQuoted)
                break;
            field.Append(isWindows ? "\r\n" : "\n");
            if (!ReadLine())
            {
                Problem = "a quote is not closed";
                break;
            }
        }
        Take();
        return true;
    }

    public void Dispose() => lines.Dispose();

    // Takes the fields of a line; true when the line ends inside quotes.
    private bool Split(string text, bool isQuoted)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                field.Append(text[i++]);
            else if (c == '"' && (isQuoted || field.Length == 0))
                isQuoted = !isQuoted;
            else if (c == ',' && !isQuoted)
                Take();
            else
                field.Append(c);
        }
        return isQuoted;
    }

    private void Take()
    {
        Fields.Add(field.ToString());
        field.Clear();
    }

    private bool ReadLine()
    {
        if (!lines.Read())
            return false;
        Position += lines.Line.Length + 1;
        return true;
    }

    private string Decode()
    {
        if (lines.IsTooLong)
            Problem = "it is too long";
        var bytes = InputFile.WithoutMark(lines).ToArray();
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            Problem = "it is not UTF-8 text";
            return Encoding.UTF8.GetString(bytes);
        }
    }
}
