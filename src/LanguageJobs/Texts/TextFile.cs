using System.Text;

namespace LanguageJobs.Texts;

/// <summary>A document's text in a file: UTF-8, or what its byte order mark says.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the text as it stands, line ends included. A byte order mark is not part of it.</summary>
    /// <exception cref="FormatException">The file is not text in UTF-8, and no byte order mark says what else it is.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path, StrictUtf8);
        }
        catch (DecoderFallbackException e)
        {
            throw new FormatException($"'{path}' is not UTF-8 text and has no byte order mark of another encoding.", e);
        }
        return text.IndexOf('\0') < 0
            ? text
            : throw new FormatException($"'{path}' contains NUL characters: it is UTF-16 without a byte order mark, or not text.");
    }

    /// <summary>The bytes of a text in UTF-8, without a byte order mark, whatever mark the file has. They are not checked.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ReadOnlyMemory<byte> ReadUtf8(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => bytes.AsMemory(3),
            [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2)),
            [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2)),
            _ => bytes,
        };
    }
}
