using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LanguageJobs.Labels;

/// <summary>
/// The name of a document's file: its id, in which characters that no file system likes are written as in an address, <c>a/b.txt</c> as
/// <c>a%2Fb.txt.conll</c>. So an id never leads out of the folder, and it can be read back.
/// </summary>
internal static class ConllFileName
{
    public const string Extension = ".conll";

    private const string Unsafe = "%/\\:*?\"<>|";

    private static readonly Regex Device = new(
        @"^(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(?:\.|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static string Of(string documentId)
    {
        var name = new StringBuilder(documentId.Length + Extension.Length);
        foreach (var character in documentId)
        {
            // Windows opens a device where a file is called as one.
            var isUnsafe = character < ' ' || Unsafe.IndexOf(character) >= 0 || (name.Length == 0 && Device.IsMatch(documentId));
            _ = isUnsafe ? name.AppendFormat(CultureInfo.InvariantCulture, "%{0:X2}", (int)character) : name.Append(character);
        }
        return name.Append(Extension).ToString();
    }

    public static string DocumentIdOf(string fileName) => fileName.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
        ? Uri.UnescapeDataString(fileName.Substring(0, fileName.Length - Extension.Length))
        : fileName;
}
