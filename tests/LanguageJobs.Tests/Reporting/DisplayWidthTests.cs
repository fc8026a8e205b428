using LanguageJobs.Reporting;

namespace LanguageJobs.Tests.Reporting;

public class DisplayWidthTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("Łódź", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("契約", 4)]
    [InlineData("ｱ", 1)]
    [InlineData("Ａ", 2)]
    [InlineData("กรุงเทพฯ", 7)]
    [InlineData("น้ำ", 2)]
    [InlineData("مُحَمَّد", 4)]
    [InlineData("한국", 4)]
    [InlineData("\u1112\u1161\u11ab", 2)]
    [InlineData("😀", 2)]
    [InlineData("❤\ufe0f", 2)]
    [InlineData("🇳🇴", 2)]
    [InlineData("a\u200bb", 2)]
    [InlineData("\U00020000", 2)]
    public void A_text_takes_as_many_columns_as_a_terminal_gives_it(string text, int width) => Assert.Equal(width, DisplayWidth.Of(text));

    // Some terminals draw one sign of two columns, others the four people that it is made of: the line must have room for these.
    [Fact]
    public void Joined_emoji_are_as_wide_as_their_parts() => Assert.Equal(6, DisplayWidth.Of("👩‍👩‍👧"));
}
