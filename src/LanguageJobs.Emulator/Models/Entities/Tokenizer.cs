using System.Text.RegularExpressions;

namespace LanguageJobs.Emulator.Models.Entities;

/// <summary>Cuts a text into words, numbers and single signs, so that an entity's edge is always between two tokens.</summary>
internal static partial class Tokenizer
{
    public static Token[] Tokenize(string text) => [.. Tokens().Matches(text).Select(match => new Token(match.Index, match.Value))];

    // A surrogate pair is one sign, and a combining mark stays with its letter.
    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*|\d+|[\uD800-\uDBFF][\uDC00-\uDFFF]|\S\p{M}*", RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();
}
