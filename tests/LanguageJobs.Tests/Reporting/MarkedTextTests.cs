using LanguageJobs.Reporting;

namespace LanguageJobs.Tests.Reporting;

public class MarkedTextTests
{
    [Fact]
    public void A_mark_is_in_brackets_and_its_name_follows() =>
        Assert.Equal("lends [EUR 12,500](Amount 0.98), paid", Plain("lends EUR 12,500, paid", ("EUR 12,500", "Amount 0.98")));

    [Fact]
    public void Nested_marks_stand_within_one_another() => Assert.Equal(
        "[[City](Kind) of [New [York](Name)](Place)](Party)",
        Plain("City of New York", ("City of New York", "Party"), ("York", "Name"), ("New York", "Place"), ("City", "Kind")));

    [Fact]
    public void Marks_with_the_same_span_are_nested_in_the_order_given() =>
        Assert.Equal("[[2025](Year)](Number)", Plain("2025", ("2025", "Number"), ("2025", "Year")));

    [Fact]
    public void Marks_that_are_alike_are_all_shown() => Assert.Equal("[[x](A)](A)", Plain("x", ("x", "A"), ("x", "A")));

    [Fact]
    public void Marks_that_overlap_without_nesting_have_numbers() => Assert.Equal(
        "[one](A) [¹two [²three]¹(B) four]²(C) [five](D)",
        Plain("one two three four five", ("one", "A"), ("two three", "B"), ("three four", "C"), ("five", "D")));

    [Fact]
    public void Adjacent_marks_are_closed_before_others_open() => Assert.Equal("[one](A)[two](B)", Plain("onetwo", ("one", "A"), ("two", "B")));

    [Fact]
    public void An_empty_mark_is_shown_where_it_is() =>
        Assert.Equal("a[](X)b", string.Concat(MarkedText.Glyphs("ab", [new TextMark(1, 1, "X", 0)]).Select(glyph => glyph.Shown)));

    [Fact]
    public void A_name_cannot_send_sequences_to_the_terminal() =>
        Assert.Equal("[x](␛[31m)", Plain("x", ("x", "\u001b[31m")));

    private static string Plain(string text, params (string Part, string Name)[] marks) => string.Concat(MarkedText
        .Glyphs(text, marks.Select((mark, i) => new TextMark(text.IndexOf(mark.Part), text.IndexOf(mark.Part) + mark.Part.Length, mark.Name, i)))
        .Select(glyph => glyph.Shown));
}
