namespace LanguageJobs.Reporting;

/// <summary>What a terminal shows of a document: its id, its text with the entities marked, bars for its classes, and what the colors mean.</summary>
/// <param name="highlight">The document.</param>
/// <param name="colors">The colors of the categories.</param>
/// <param name="width">How wide a line may be.</param>
/// <param name="isColored">Whether lines have colors. Without them they read the same.</param>
/// <param name="measure">How wide another one thinks that a text is, who breaks lines that seem too long; null for nobody.</param>
internal sealed class HighlightView(LanguageHighlight highlight, CategoryColors colors, int width, bool isColored, Func<string, int>? measure = null)
{
    private const int LongestBar = 20;

    public IEnumerable<string> Lines() => Wrapped(Glyph.Of(highlight.DocumentId ?? "(no id)", new TextStyle(null, IsBold: true)))
        .Concat(Text())
        .Concat(Classes())
        .Concat(Legend())
        .Concat(Unplaced());

    private IEnumerable<string> Text() => highlight.Text is { } text
        ? Wrapped(MarkedText.Glyphs(text, highlight.Entities.Select(entity => new TextMark(entity.Offset, entity.Offset + entity.Length, NameOf(entity), Color(entity)))))
        : [];

    private IEnumerable<string> Classes()
    {
        if (highlight.Classes.Length == 0)
            return [];
        var names = highlight.Classes.Max(row => DisplayWidth.Of(VisibleText.OfLine(row.Category)));
        var longest = Math.Min(LongestBar, width - names - " 0.00 ".Length);
        return highlight.Classes.SelectMany(row => Wrapped(BarOf(row, names, longest)));
    }

    private IEnumerable<Glyph> BarOf(LanguageClass row, int names, int longest)
    {
        var style = new TextStyle(colors.Of(row.Category), IsBold: false);
        var name = Glyph.Of(row.Category, style).Concat(Glyph.Of(Score(row.ConfidenceScore), default));
        if (longest < 4 || double.IsNaN(row.ConfidenceScore))
            return name;
        var full = (int)Math.Round(Math.Min(1, Math.Max(0, row.ConfidenceScore)) * longest);
        var space = new string(' ', names - DisplayWidth.Of(VisibleText.OfLine(row.Category)));
        return Glyph.Of(row.Category, style)
            .Concat(Glyph.Of(space + Score(row.ConfidenceScore) + " ", default))
            .Concat(Glyph.Of(new string('█', full), style))
            .Concat(Glyph.Of(new string('░', longest - full), default));
    }

    private IEnumerable<string> Legend()
    {
        var categories = highlight.Entities.GroupBy(entity => entity.Category, StringComparer.Ordinal);
        return Wrapped(categories.SelectMany((category, i) => Glyph.Of($"{(i == 0 ? "" : "  ")}", default)
            .Concat(Glyph.Of(category.Key, new TextStyle(colors.Of(category.Key), IsBold: true)))
            .Concat(Glyph.Of($" {category.Count()}", default))));
    }

    private IEnumerable<string> Unplaced() => highlight.Unplaced.Length == 0 ? [] :
        Wrapped(Glyph.Of(highlight.Text is null ? "The text was not given. Found in it:" : "Not in this text where the job found it:", default))
            .Concat(highlight.Unplaced.SelectMany(entity => Wrapped(
                Glyph.Of("  ", default).Concat(MarkedText.Glyphs(entity.Text, [new TextMark(0, entity.Text.Length, NameOf(entity), Color(entity))])))));

    private IEnumerable<string> Wrapped(IEnumerable<Glyph> glyphs) => LineWrap.Wrap(Measured(glyphs), width).Select(line => TerminalLine.Write(line, isColored));

    private IEnumerable<Glyph> Measured(IEnumerable<Glyph> glyphs) => measure is null
        ? glyphs
        : glyphs.Select(glyph => glyph.Shown.Length == 1 ? glyph : glyph with { Width = Math.Max(glyph.Width, measure(glyph.Shown)) });

    private int Color(LanguageEntity entity) => colors.Of(entity.Category);

    private static string NameOf(LanguageEntity entity) => $"{entity.Category}{Score(entity.ConfidenceScore)}";

    private static string Score(double score) => double.IsNaN(score) ? "" : FormattableString.Invariant($" {score:0.00}");
}
