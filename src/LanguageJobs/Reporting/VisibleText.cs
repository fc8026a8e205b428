using System.Globalization;
using System.Text;

namespace LanguageJobs.Reporting;

/// <summary>
/// Texts as they can be shown. Characters that would act on a terminal or a page instead of being read are replaced: control
/// characters by their pictures, marks that turn the direction of the text around them by their names, halves of a surrogate pair by U+FFFD.
/// </summary>
internal static class VisibleText
{
    /// <summary>A text of several lines; line ends and tabs stay.</summary>
    public static string Of(string text) => Replace(text, keepsLines: true);

    /// <summary>A text of one line, such as an id or a category.</summary>
    public static string OfLine(string text) => Replace(text, keepsLines: false);

    /// <summary>What stands for the character at an index; null when it stands for itself.</summary>
    public static string? Substitute(string text, int index)
    {
        var character = text[index];
        return character switch
        {
            < ' ' => ((char)(0x2400 + character)).ToString(),
            < '\u007f' => null,
            '\u007f' => "\u2421",
            < '\u00a0' => $"⟨U+{(int)character:X4}⟩",
            '\u2028' => "⟨LS⟩",
            '\u2029' => "⟨PS⟩",
            '\u202a' => "⟨LRE⟩",
            '\u202b' => "⟨RLE⟩",
            '\u202c' => "⟨PDF⟩",
            '\u202d' => "⟨LRO⟩",
            '\u202e' => "⟨RLO⟩",
            '\u2066' => "⟨LRI⟩",
            '\u2067' => "⟨RLI⟩",
            '\u2068' => "⟨FSI⟩",
            '\u2069' => "⟨PDI⟩",
            _ => IsHalfPair(text, index) ? "\ufffd" : null,
        };
    }

    private static string Replace(string text, bool keepsLines)
    {
        StringBuilder? shown = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isLine = keepsLines && (text[i] is '\n' or '\t' || (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n'));
            var substitute = isLine ? null : Substitute(text, i);
            if (substitute is not null)
                shown ??= new StringBuilder(text, 0, i, text.Length + 16);
            if (shown is not null)
                _ = substitute is null ? shown.Append(text[i]) : shown.Append(substitute);
        }
        return shown?.ToString() ?? text;
    }

    private static bool IsHalfPair(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text[index]) == UnicodeCategory.Surrogate
        && (char.IsHighSurrogate(text[index])
            ? index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])
            : index == 0 || !char.IsHighSurrogate(text[index - 1]));
}
