using System.Text.RegularExpressions;

namespace LanguageJobs.Emulator.Models.Classes;

/// <summary>What a text classifier sees of a text: words, pairs of words, and parts of words, which survive a typing mistake.</summary>
internal static partial class TextFeatures
{
    private const int ShortestPart = 3;
    private const int LongestPart = 5;

    public static IEnumerable<string> Of(string text)
    {
        var words = Words().Matches(text.ToLowerInvariant()).Select(match => Digits().Replace(match.Value, "0")).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            yield return "w:" + words[i];
            if (i > 0)
                yield return $"p:{words[i - 1]} {words[i]}";
            foreach (var part in Parts($" {words[i]} "))
                yield return "c:" + part;
        }
    }

    private static IEnumerable<string> Parts(string word)
    {
        for (var length = ShortestPart; length <= LongestPart; length++)
        {
            for (var start = 0; start + length <= word.Length; start++)
                yield return word.Substring(start, length);
        }
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:['’][\p{L}]+)?|\d+|[!?€$£%]", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    // How large a number is matters less than that it is one; its length stays.
    [GeneratedRegex(@"\d", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
