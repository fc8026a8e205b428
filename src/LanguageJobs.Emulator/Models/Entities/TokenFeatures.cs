using System.Text;

namespace LanguageJobs.Emulator.Models.Entities;

/// <summary>What the recognizer sees of a token: itself, its form, its parts and its neighbours.</summary>
internal static class TokenFeatures
{
    private const string Edge = "\u0002";

    public static IEnumerable<string> Of(string text, Token[] tokens, int index)
    {
        var word = Lower(tokens, index);
        yield return "w=" + word;
        yield return "shape=" + Shape(tokens[index].Text);
        yield return "form=" + Form(tokens[index].Text);
        for (var length = 1; length <= Math.Min(4, word.Length); length++)
        {
            // Half an emoji is no text and would not survive a file.
            if (!char.IsHighSurrogate(word[length - 1]))
                yield return "pre=" + word[..length];
            if (!char.IsLowSurrogate(word[^length]))
                yield return "suf=" + word[^length..];
        }
        if (StartsLine(text, tokens[index].Start))
            yield return "line-start";
        foreach (var feature in Neighbours(tokens, index))
            yield return feature;
    }

    private static IEnumerable<string> Neighbours(Token[] tokens, int index)
    {
        for (var distance = 1; distance <= 3; distance++)
        {
            yield return $"w-{distance}={Lower(tokens, index - distance)}";
            yield return $"w+{distance}={Lower(tokens, index + distance)}";
        }
        for (var distance = 1; distance <= 2; distance++)
        {
            yield return $"f-{distance}={FormAt(tokens, index - distance)}";
            yield return $"f+{distance}={FormAt(tokens, index + distance)}";
        }
        yield return $"pair-={Lower(tokens, index - 1)} {Lower(tokens, index)}";
        yield return $"pair+={Lower(tokens, index)} {Lower(tokens, index + 1)}";
        yield return $"before={Lower(tokens, index - 2)} {Lower(tokens, index - 1)}";
        yield return $"after={Lower(tokens, index + 1)} {Lower(tokens, index + 2)}";
        yield return $"forms={FormAt(tokens, index - 1)} {Form(tokens[index].Text)} {FormAt(tokens, index + 1)}";
    }

    private static string Lower(Token[] tokens, int index)
    {
        if (index < 0 || index >= tokens.Length)
            return Edge;
        var text = tokens[index].Text;
        return char.IsAsciiDigit(text[0]) ? new string('0', text.Length) : text.ToLowerInvariant();
    }

    private static string FormAt(Token[] tokens, int index) => index < 0 || index >= tokens.Length ? Edge : Form(tokens[index].Text);

    // Maria: Xx, NOK: X, kr: x, 2021: 0, €: itself.
    private static string Form(string text)
    {
        var shape = Shape(text);
        var form = new StringBuilder();
        foreach (var sign in shape)
        {
            if (form.Length == 0 || form[^1] != sign)
                form.Append(sign);
        }
        return form.ToString();
    }

    private static string Shape(string text) => string.Concat(text.Take(6).Select(sign =>
        char.IsUpper(sign) ? 'X' : char.IsLetter(sign) ? 'x' : char.IsDigit(sign) ? '0' : sign));

    private static bool StartsLine(string text, int position)
    {
        while (position > 0 && text[position - 1] is ' ' or '\t')
            position--;
        return position == 0 || text[position - 1] == '\n';
    }
}
