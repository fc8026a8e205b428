using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Wire;

public class PlainTextTests
{
    private const string MoreToCome = "        ";

    private static int Length(string text) => PlainText.Length(Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("\"", 0)]
    [InlineData("Maria\"", 5)]
    [InlineData("contract\"", 8)]
    [InlineData("Zürich № 4711\"", 16)]
    [InlineData("a\"b\\c", 1)]
    public void It_ends_at_the_quote(string text, int expected) => Assert.Equal(expected, Length(text + MoreToCome));

    [Theory]
    [InlineData("a\\\"b\"")]
    [InlineData("governing law\\n\"")]
    [InlineData("a\u0001b\"")]
    [InlineData("a\nb\"")]
    public void An_escape_or_a_control_character_makes_it_another_ones_business(string text) => Assert.Equal(-1, Length(text + MoreToCome));

    [Theory]
    [InlineData("")]
    [InlineData("abc\"")]
    [InlineData("governing law")]
    public void So_does_the_end_of_the_text(string text) => Assert.Equal(-1, Length(text));

    [Property(MaxTest = 5000)]
    public Property It_finds_what_a_look_at_each_byte_finds() => Prop.ForAll(
        Gen.Elements<byte>(0, 1, 0x1F, 0x20, 0x21, (byte)'"', 0x23, (byte)'[', (byte)'\\', (byte)']', 0x7F, 0x80, 0xA0, 0xA2, 0xDC, 0xFF).ListOf().ToArbitrary(),
        bytes =>
        {
            byte[] text = [.. bytes, .. Encoding.UTF8.GetBytes(MoreToCome)];
            var first = Array.FindIndex(text, b => b is < 0x20 or (byte)'"' or (byte)'\\');
            return PlainText.Length(text) == (first >= 0 && text[first] == '"' ? first : -1);
        });

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.Throws<InvalidOperationException>(() => PlainText.Decode([(byte)'a', 0xFF]));
}
