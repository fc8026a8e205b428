using FsCheck.Xunit;
using LanguageJobs.Reporting;

namespace LanguageJobs.Tests.Reporting;

public class LineWrapTests
{
    [Fact]
    public void Lines_end_between_words() => Assert.Equal(["The lender", "pays the", "borrower."], Wrap("The lender pays the borrower.", 10));

    [Fact]
    public void A_word_that_is_wider_than_a_line_is_cut() => Assert.Equal(["a", "verylongwo", "rd b"], Wrap("a verylongword b", 10));

    [Fact]
    public void Line_ends_of_the_text_stay_and_blank_lines_too() => Assert.Equal(["a", "", "b", "c"], Wrap("a\r\n\r\nb\nc\n", 10));

    [Fact]
    public void Spaces_at_the_start_of_a_paragraph_stay() => Assert.Equal(["  a b", "c"], Wrap("  a b c", 5));

    [Fact]
    public void Wide_characters_count_twice_and_may_be_parted() => Assert.Equal(["契約は", "2025年", "結ばれ", "まし", "た。"], Wrap("契約は2025年結ばれまし\nた。", 7));

    [Fact]
    public void No_line_begins_with_what_closes_the_one_before() =>
        Assert.Equal(["契約", "書。」", "です東", "[京", "都](A)", "に"], Wrap("契約書。」です東[京都](A)に", 6));

    [Fact]
    public void Combining_marks_stay_with_their_character() => Assert.Equal(["สัญญ", "าสัญ"], Wrap("สัญญาสัญ", 3));

    [Fact]
    public void A_joined_emoji_is_never_cut() => Assert.Equal(["a", "👩‍👩‍👧", "b"], Wrap("a👩‍👩‍👧b", 6));

    [Fact]
    public void A_tab_is_four_spaces() => Assert.Equal(["a    b"], Wrap("a\tb", 10));

    [Property]
    public void No_line_is_wider_than_it_may_be_and_nothing_but_spaces_is_lost(string? text)
    {
        text ??= "";
        var lines = Wrap(text, 12);

        Assert.All(lines, line => Assert.True(DisplayWidth.Of(line) <= 12, line));
        Assert.Equal(Squeezed(VisibleText.Of(text)), Squeezed(string.Concat(lines)));
    }

    private static string Squeezed(string text) => text.Replace(" ", "").Replace("\t", "").Replace("\r", "").Replace("\n", "");

    private static string[] Wrap(string text, int width) =>
        [.. LineWrap.Wrap(Glyph.Of(text, 0, text.Length, default), width).Select(line => TerminalLine.Write(line, isColored: false))];
}
