using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LanguageJobs.Texts;

namespace LanguageJobs.Tests.Texts;

/// <summary>The same place in five units: what each of them counts was found with Python, Go and both generations of .NET.</summary>
public class TextRulerTests
{
    // The text, what is looked for, and its offset and length in each unit.
    public static TheoryData<string, string, int[]> Places => new()
    {
        //                                              UTF-16   points   elements  legacy    bytes
        { "To Ines.", "Ines", [3, 4, /**/ 3, 4, /**/ 3, 4, /**/ 3, 4, /**/ 3, 4] },
        { "Søren in Århus", "Århus", [9, 5, /**/ 9, 5, /**/ 9, 5, /**/ 9, 5, /**/ 10, 6] },
        { "Zoe\u0308 u\u0308ber", "u\u0308ber", [5, 5, /**/ 5, 5, /**/ 4, 4, /**/ 4, 4, /**/ 6, 6] },
        { "🎉🎉 Ines", "Ines", [5, 4, /**/ 3, 4, /**/ 3, 4, /**/ 3, 4, /**/ 9, 4] },
        { "a👋🏿b Ines", "👋🏿", [1, 4, /**/ 1, 2, /**/ 1, 1, /**/ 1, 2, /**/ 1, 8] },
        { "👩‍🚀 Ines", "Ines", [6, 4, /**/ 4, 4, /**/ 2, 4, /**/ 4, 4, /**/ 12, 4] },
        { "🇵🇹🇳🇴 Ines", "Ines", [9, 4, /**/ 5, 4, /**/ 3, 4, /**/ 5, 4, /**/ 17, 4] },
        { "คำ Ines", "Ines", [3, 4, /**/ 3, 4, /**/ 2, 4, /**/ 3, 4, /**/ 7, 4] },
        { "a\r\nb\r\nInes", "Ines", [6, 4, /**/ 6, 4, /**/ 4, 4, /**/ 6, 4, /**/ 6, 4] },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void A_span_is_converted_to_utf16_and_back(string text, string part, int[] places)
    {
        var utf16 = new TextSpan(places[0], places[1]);
        Assert.Equal(part, text.Substring(utf16.Offset, utf16.Length));
        TextUnit[] units = [TextUnit.Utf16CodeUnit, TextUnit.UnicodeCodePoint, TextUnit.TextElement, TextUnit.LegacyTextElement, TextUnit.Utf8Byte];

        for (var i = 0; i < units.Length; i++)
        {
            var ruler = new TextRuler(text, units[i], units[i] == TextUnit.TextElement ? LineEnds.CrLfIsOne : LineEnds.AsTheyAre);
            var span = new TextSpan(places[2 * i], places[2 * i + 1]);

            Assert.Equal((units[i], utf16), (units[i], ruler.ToUtf16(span)));
            Assert.Equal((units[i], span), (units[i], ruler.FromUtf16(utf16)));
        }
    }

    [Theory]
    [InlineData("a\r\nb\r\nInes", nameof(LineEnds.CrLfIsOne), 4)]
    [InlineData("a\r\nb\r\nInes", nameof(LineEnds.LfIsTwo), 6)]
    [InlineData("a\nb\nInes", nameof(LineEnds.CrLfIsOne), 4)]
    [InlineData("a\nb\nInes", nameof(LineEnds.LfIsTwo), 6)]
    [InlineData("a\rb\n\r\nInes", nameof(LineEnds.CrLfIsOne), 5)]
    public void Line_ends_may_count_otherwise_than_they_stand(string text, string lineEnds, int offset)
    {
        foreach (var unit in new[] { TextUnit.Utf16CodeUnit, TextUnit.UnicodeCodePoint, TextUnit.TextElement, TextUnit.LegacyTextElement, TextUnit.Utf8Byte })
        {
            var ruler = new TextRuler(text, unit, Enum.Parse<LineEnds>(lineEnds));

            Assert.Equal(new TextSpan(text.IndexOf('I'), 4), ruler.ToUtf16(new TextSpan(offset, 4)));
            Assert.Equal(new TextSpan(offset, 4), ruler.FromUtf16(new TextSpan(text.IndexOf('I'), 4)));
        }
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, -1)]
    [InlineData(3, 2)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_span_outside_the_text_is_none(int offset, int length)
    {
        Assert.Null(new TextRuler("a🎉b", TextUnit.Utf16CodeUnit, LineEnds.AsTheyAre).ToUtf16(new TextSpan(offset, length)));
        Assert.Null(new TextRuler("a🎉b", TextUnit.UnicodeCodePoint, LineEnds.AsTheyAre).ToUtf16(new TextSpan(offset, length)));
    }

    [Fact]
    public void A_span_that_ends_within_a_unit_covers_the_whole_of_it() => Assert.Equal(
        new TextSpan(1, 2), new TextRuler("a🎉b", TextUnit.UnicodeCodePoint, LineEnds.AsTheyAre).FromUtf16(new TextSpan(2, 2)));

    [Property]
    public Property Every_unit_survives_the_way_from_utf16_and_back() => Prop.ForAll(
        RandomText.Texts, Gen.Choose(0, 4).Zip(Gen.Choose(0, 2)).ToArbitrary(), (text, how) =>
        {
            var ruler = new TextRuler(text, (TextUnit)how.Item1, (LineEnds)how.Item2);
            // Of several units that begin at one place, such as the bytes of a character, all but the last are empty in UTF-16.
            return Enumerable.Range(0, ruler.Length).Select(unit => ruler.ToUtf16(new TextSpan(unit, 1))!.Value)
                .Where(utf16 => utf16.Length > 0).All(utf16 => ruler.ToUtf16(ruler.FromUtf16(utf16)) == utf16);
        });
}
