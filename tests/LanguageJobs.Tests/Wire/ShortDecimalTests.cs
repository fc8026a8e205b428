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
            Assert.True(ShortDecimal.TryParse(Encoding.UTF8.GetBytes(text), out var value), text);
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), value);
        }
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("1.0", 1)]
    [InlineData("99999999999999", 99999999999999)]
    public void A_number_without_decimals_is_one_too(string text, double expected)
    {
        Assert.True(ShortDecimal.TryParse(Encoding.UTF8.GetBytes(text), out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("-0.5")]
    [InlineData("1e-3")]
    [InlineData("0.05518773578023542")]
    public void Other_forms_are_left_to_the_full_parser(string text) =>
        Assert.False(ShortDecimal.TryParse(Encoding.UTF8.GetBytes(text), out _));
}
