namespace LanguageJobs.Texts;

/// <summary>A document's text, in which entities and labels are looked up.</summary>
/// <param name="text">The text.</param>
/// <param name="path">The path of its file in the folder that was given; null for a text that is not in a file.</param>
internal sealed class DocumentText(string text, string? path = null)
{
    // The likeliest first: of two that fit equally well the first is taken.
    private static readonly (TextUnit Unit, LineEnds LineEnds)[] Countings =
    [
        (TextUnit.Utf16CodeUnit, LineEnds.AsTheyAre),
        (TextUnit.UnicodeCodePoint, LineEnds.AsTheyAre),
        (TextUnit.TextElement, LineEnds.CrLfIsOne),
        (TextUnit.TextElement, LineEnds.AsTheyAre),
        (TextUnit.LegacyTextElement, LineEnds.AsTheyAre),
        (TextUnit.Utf16CodeUnit, LineEnds.CrLfIsOne),
        (TextUnit.UnicodeCodePoint, LineEnds.CrLfIsOne),
        (TextUnit.LegacyTextElement, LineEnds.CrLfIsOne),
        (TextUnit.Utf16CodeUnit, LineEnds.LfIsTwo),
        (TextUnit.UnicodeCodePoint, LineEnds.LfIsTwo),
        (TextUnit.TextElement, LineEnds.LfIsTwo),
        (TextUnit.LegacyTextElement, LineEnds.LfIsTwo),
        (TextUnit.Utf8Byte, LineEnds.AsTheyAre),
        (TextUnit.Utf8Byte, LineEnds.CrLfIsOne),
        (TextUnit.Utf8Byte, LineEnds.LfIsTwo),
    ];

    private readonly Dictionary<(TextUnit, LineEnds), TextRuler> rulers = [];

    /// <summary>The text as it was read.</summary>
    public string Text => text;

    /// <summary>The path of the text's file in the folder that was given; null for a text that is not in a file.</summary>
    public string? Path => path;

    /// <summary>
    /// Finds the unit that fits most mentions, and the position of each. A mention without a text fits anywhere in the document.
    /// </summary>
    /// <param name="mentions">The mentions.</param>
    /// <param name="likeliest">The unit to use if several fit equally well.</param>
    public TextPlacement Place(IReadOnlyList<TextMention> mentions, TextUnit likeliest = TextUnit.Utf16CodeUnit)
    {
        TextPlacement? best = null;
        var mostFit = -1;
        foreach (var (unit, lineEnds) in likeliest == TextUnit.Utf16CodeUnit ? Countings : [(likeliest, LineEnds.AsTheyAre), .. Countings])
        {
            var spans = new TextSpan?[mentions.Count];
            var fit = 0;
            for (var i = 0; i < spans.Length; i++)
            {
                spans[i] = Find(mentions[i], unit, lineEnds);
                fit += spans[i] is null ? 0 : 1;
            }
            if (fit > mostFit)
                (best, mostFit) = (new TextPlacement(spans, unit, lineEnds), fit);
            if (fit == mentions.Count)
                break;
        }
        return best!;
    }

    /// <summary>A span of UTF-16 that was counted in a text of another length: the same text with other line ends.</summary>
    /// <param name="span">The span.</param>
    /// <param name="textLength">How long the text was in which it was counted; null when it is not known.</param>
    /// <returns>The span in this text; null when it does not lie within it.</returns>
    public TextSpan? FromTextOfLength(TextSpan span, int? textLength)
    {
        var lineEnds = textLength is { } length ? LineEndsOf(length) : LineEnds.AsTheyAre;
        return Ruler(TextUnit.Utf16CodeUnit, lineEnds).ToUtf16(span);
    }

    private LineEnds LineEndsOf(int textLength) =>
        textLength < text.Length && Ruler(TextUnit.Utf16CodeUnit, LineEnds.CrLfIsOne).Length == textLength ? LineEnds.CrLfIsOne
        : textLength > text.Length && Ruler(TextUnit.Utf16CodeUnit, LineEnds.LfIsTwo).Length == textLength ? LineEnds.LfIsTwo
        : LineEnds.AsTheyAre;

    private TextSpan? Find(TextMention mention, TextUnit unit, LineEnds lineEnds) =>
        Ruler(unit, lineEnds).ToUtf16(mention.Span) is { } span && Says(span, mention.Text) ? span : null;

    // Line ends may have changed on the way; nothing else may.
    private bool Says(TextSpan span, string? expected) =>
        expected is not { Length: > 0 }
        || (span.Length == expected.Length && string.CompareOrdinal(text, span.Offset, expected, 0, span.Length) == 0)
        || (expected.IndexOf('\n') >= 0 && WithLineFeeds(text.Substring(span.Offset, span.Length)) == WithLineFeeds(expected));

    private static string WithLineFeeds(string part) => part.Replace("\r\n", "\n");

    private TextRuler Ruler(TextUnit unit, LineEnds lineEnds)
    {
        if (!rulers.TryGetValue((unit, lineEnds), out var ruler))
            rulers[(unit, lineEnds)] = ruler = new TextRuler(text, unit, lineEnds);
        return ruler;
    }
}
