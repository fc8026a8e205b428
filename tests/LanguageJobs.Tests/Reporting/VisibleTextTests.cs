using LanguageJobs.Reporting;

namespace LanguageJobs.Tests.Reporting;

public class VisibleTextTests
{
    [Theory]
    [InlineData("plain text, ñ, 契約, 😀", "plain text, ñ, 契約, 😀")]
    [InlineData("\u001b[31mred\u0007\0", "␛[31mred␇␀")]
    [InlineData("\u009b31m\u0085\u007f", "⟨U+009B⟩31m⟨U+0085⟩␡")]
    [InlineData("a\u202egnp.exe\u202cb\u2066c\u2069", "a⟨RLO⟩gnp.exe⟨PDF⟩b⟨LRI⟩c⟨PDI⟩")]
    [InlineData("a\u2028b\u2029c", "a⟨LS⟩b⟨PS⟩c")]
    [InlineData("\u200eleft\u200f", "\u200eleft\u200f")]
    [InlineData("one\r\ntwo\nthree\rfour\t", "one\r\ntwo\nthree␍four\t")]
    public void What_acts_instead_of_being_read_is_shown(string text, string shown) => Assert.Equal(shown, VisibleText.Of(text));

    [Fact]
    public void Halves_of_a_surrogate_pair_are_replaced() => Assert.Equal("a\ufffdb\ufffd", VisibleText.Of("a\ud800b\udc00"));

    [Fact]
    public void A_name_has_one_line() => Assert.Equal("a␍␊b␉c", VisibleText.OfLine("a\r\nb\tc"));
}
