using System.Globalization;
using System.Text;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Wire;

public class ShortDecimalTests
{
    [Fact]
    public void A_score_is_what_a_full_parser_makes_of_it()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var text = random.NextDouble().ToString($"F{random.Next(1, 14)}", CultureInfo.InvariantCulture);
            Assert.True(ShortDecimal.TryRead(Encoding.UTF8.GetBytes(text), out var digits, out var decimals, out var length), text);
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), ShortDecimal.Value(digits, decimals));
            Assert.Equal(text.Length, length);
        }
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("1.0", 1)]
    [InlineData("99999999999999", 99999999999999)]
    public void A_number_without_decimals_is_one_too(string text, double expected)
    {
        Assert.True(ShortDecimal.TryRead(Encoding.UTF8.GetBytes(text), out var digits, out var decimals, out _));
        Assert.Equal(expected, ShortDecimal.Value(digits, decimals));
    }

    [Theory]
    [InlineData("4711,", 4)]
    [InlineData("0.97}", 4)]
    [InlineData("10 ", 2)]
    public void It_ends_where_the_number_does(string text, int expected)
    {
        Assert.True(ShortDecimal.TryRead(Encoding.UTF8.GetBytes(text), out _, out _, out var length));
        Assert.Equal(expected, length);
    }

    [Theory]
    [InlineData("-0.5")]
    [InlineData("1e-3")]
    [InlineData("5E2")]
    [InlineData("0.05518773578023542")]
    [InlineData("1000000000000000")]
    public void Other_forms_are_left_to_the_full_parser(string text) =>
        Assert.False(ShortDecimal.TryRead(Encoding.UTF8.GetBytes(text), out _, out _, out _));

    [Theory]
    [InlineData("01")]
    [InlineData("00.5")]
    [InlineData("1.")]
    [InlineData("1.,")]
    [InlineData(".5")]
    [InlineData("")]
    [InlineData("x")]
    public void What_JSON_does_not_allow_is_left_to_it_too(string text) =>
        Assert.False(ShortDecimal.TryRead(Encoding.UTF8.GetBytes(text), out _, out _, out _));
}
