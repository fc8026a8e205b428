using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LanguageJobs.Texts;

namespace LanguageJobs.Tests.Texts;

/// <summary>Where entities stand in a text, although nobody says what their offsets count.</summary>
public class DocumentTextTests
{
    private const string Text = "👋🏿 Dear Zoe\u0308,\r\nInes owes\r\nyou €5.";

    [Theory]
    [InlineData(nameof(TextUnit.Utf16CodeUnit), nameof(LineEnds.AsTheyAre))]
    [InlineData(nameof(TextUnit.UnicodeCodePoint), nameof(LineEnds.AsTheyAre))]
    [InlineData(nameof(TextUnit.TextElement), nameof(LineEnds.CrLfIsOne))]
    [InlineData(nameof(TextUnit.TextElement), nameof(LineEnds.AsTheyAre))]
    [InlineData(nameof(TextUnit.LegacyTextElement), nameof(LineEnds.AsTheyAre))]
    [InlineData(nameof(TextUnit.UnicodeCodePoint), nameof(LineEnds.CrLfIsOne))]
    [InlineData(nameof(TextUnit.Utf8Byte), nameof(LineEnds.AsTheyAre))]
    public void The_unit_is_found_by_what_stands_there(string unit, string lineEnds)
    {
        var ruler = new TextRuler(Text, Enum.Parse<TextUnit>(unit), Enum.Parse<LineEnds>(lineEnds));
        TextSpan[] spans = [SpanOf("Zoe\u0308"), SpanOf("Ines"), SpanOf("€5")];

        var placement = new DocumentText(Text).Place([.. spans.Select(span => new TextMention(Text.Substring(span.Offset, span.Length), ruler.FromUtf16(span)))]);

        Assert.Equal(spans.Cast<TextSpan?>(), placement.Spans);
        Assert.Equal((unit, lineEnds), ($"{placement.Unit}", $"{placement.LineEnds}"));
    }

    [Fact]
    public void A_text_with_crlf_is_searched_for_what_a_job_found_in_one_with_lf()
    {
        var sent = Text.Replace("\r\n", "\n");
        var (offset, length) = (sent.IndexOf("Ines owes\nyou", StringComparison.Ordinal), "Ines owes\nyou".Length);

        var placement = new DocumentText(Text).Place([new TextMention("Ines owes\nyou", new TextSpan(offset, length))]);

        Assert.Equal(SpanOf("Ines owes\r\nyou"), placement.Spans.Single());
    }

    [Fact]
    public void A_text_with_lf_is_searched_for_what_a_job_found_in_one_with_crlf()
    {
        var here = Text.Replace("\r\n", "\n");

        var placement = new DocumentText(here).Place([new TextMention("€5", SpanOf("€5"))]);

        Assert.Equal(new TextSpan(here.IndexOf('€'), 2), placement.Spans.Single());
    }

    [Fact]
    public void What_stands_nowhere_has_no_place_and_costs_the_others_nothing()
    {
        var placement = new DocumentText("Ines and Ola").Place(
            [new TextMention("Ines", new TextSpan(0, 4)), new TextMention("Per", new TextSpan(9, 3)), new TextMention("Ola", new TextSpan(90, 3))]);

        Assert.Equal([new TextSpan(0, 4), null, null], placement.Spans);
    }

    [Fact]
    public void A_mention_without_a_text_fits_where_it_lies_within_the_document()
    {
        var placement = new DocumentText("Ines").Place([new TextMention(null, new TextSpan(0, 4)), new TextMention("", new TextSpan(2, 3))]);

        Assert.Equal([new TextSpan(0, 4), null], placement.Spans);
    }

    [Theory]
    [InlineData("a\r\nInes", 3, "a\nInes", 2)]
    [InlineData("a\nInes", 2, "a\r\nInes", 3)]
    [InlineData("a\r\nInes", 3, "a\r\nInes", 3)]
    public void Labels_follow_a_text_whose_line_ends_were_changed(string labelled, int offset, string here, int expected)
    {
        var span = new DocumentText(here).FromTextOfLength(new TextSpan(offset, 4), labelled.Length);

        Assert.Equal(new TextSpan(expected, 4), span);
    }

    [Fact]
    public void Labels_of_a_text_of_unknown_length_stay_where_they_are()
    {
        Assert.Equal(new TextSpan(3, 4), new DocumentText("a\r\nInes").FromTextOfLength(new TextSpan(3, 4), null));
        Assert.Equal(new TextSpan(3, 4), new DocumentText("a\r\nInes").FromTextOfLength(new TextSpan(3, 4), 1000));
        Assert.Null(new DocumentText("a").FromTextOfLength(new TextSpan(3, 4), null));
    }

    [Property]
    public Property What_is_cut_out_of_a_text_is_found_again_in_every_unit() => Prop.ForAll(
        RandomText.Texts, Gen.Choose(0, 4).Zip(Gen.Choose(0, 2)).ToArbitrary(), (text, how) =>
        {
            var ruler = new TextRuler(text, (TextUnit)how.Item1, (LineEnds)how.Item2);
            var mentions = Enumerable.Range(0, ruler.Length).Select(unit => new TextSpan(unit, 1))
                .Where(span => ruler.ToUtf16(span) is { Length: > 0 } utf16 && ruler.FromUtf16(utf16) == span)
                .Select(span => (Span: span, Utf16: ruler.ToUtf16(span)!.Value)).ToArray();

            var placement = new DocumentText(text).Place([.. mentions.Select(mention => new TextMention(text.Substring(mention.Utf16.Offset, mention.Utf16.Length), mention.Span))]);

            return placement.Spans.Zip(mentions).All(pair => pair.First is { } span && Part(span) == Part(pair.Second.Utf16));

            // A line end may be found as another one.
            string Part(TextSpan span) => text.Substring(span.Offset, span.Length).Replace("\r\n", "\n");
        });

    private static TextSpan SpanOf(string part) => new(Text.IndexOf(part, StringComparison.Ordinal), part.Length);
}
