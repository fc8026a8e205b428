using LanguageJobs.Storage;

namespace LanguageJobs.Runs;

/// <summary>A file with many documents, which is read line by line.</summary>
internal static class InputFile
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read it.</exception>
    public static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);

    /// <summary>The line, without a byte order mark at the start of the file.</summary>
    public static ReadOnlySpan<byte> WithoutMark(LineReader lines) =>
        lines.Number == 1 && lines.Line.StartsWith(Mark) ? lines.Line.Slice(Mark.Length) : lines.Line;

    public static bool IsBlank(ReadOnlySpan<byte> line)
    {
        foreach (var b in line)
        {
            if (b > ' ')
                return false;
        }
        return true;
    }
}
