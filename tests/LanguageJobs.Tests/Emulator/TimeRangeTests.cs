using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Emulator;

public class TimeRangeTests
{
    [Theory]
    [InlineData("250ms", 0.25, 0.25)]
    [InlineData("2s", 2, 2)]
    [InlineData("1.5", 1.5, 1.5)]
    [InlineData("1m..2m", 60, 120)]
    [InlineData("500ms..20s", 0.5, 20)]
    public void A_time_or_a_range_is_read(string text, double minimum, double maximum)
    {
        var range = TimeRange.Parse(text);

        Assert.Equal(TimeSpan.FromSeconds(minimum), range.Minimum);
        Assert.Equal(TimeSpan.FromSeconds(maximum), range.Maximum);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1s")]
    [InlineData("3s..1s")]
    [InlineData("1s..2s..3s")]
    [InlineData("5 parsecs")]
    public void Anything_else_is_refused_with_an_example(string text) =>
        Assert.Contains("2s..20s", Assert.Throws<FormatException>(() => TimeRange.Parse(text)).Message);

    [Fact]
    public void A_draw_stays_within_the_range()
    {
        var range = TimeRange.Parse("2s..20s");
        var random = new Random(1);

        Assert.All(Enumerable.Range(0, 1000).Select(_ => range.Draw(random)), time => Assert.InRange(time, range.Minimum, range.Maximum));
    }
}
