using System.Net.Http.Headers;
using LanguageJobs.Service;

namespace LanguageJobs.Tests.Service;

public class RetryPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 0.3, 0.5)]
    [InlineData(2, 0.6, 1.0)]
    [InlineData(4, 2.4, 4.0)]
    [InlineData(50, 60, 60)]
    public void The_wait_doubles_with_jitter_up_to_a_minute(int attempt, double least, double most)
    {
        for (var i = 0; i < 200; i++)
            Assert.InRange(RetryPolicy.Wait(attempt, null, Now).TotalSeconds, least, most);
    }

    [Fact]
    public void Jitter_makes_waits_differ() =>
        Assert.NotEqual(1, Enumerable.Range(0, 50).Select(_ => RetryPolicy.Wait(3, null, Now)).Distinct().Count());

    [Fact]
    public void What_the_service_asks_for_counts_in_seconds_or_as_a_date()
    {
        Assert.Equal(TimeSpan.FromSeconds(7), RetryPolicy.Wait(1, new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)), Now));
        Assert.Equal(TimeSpan.FromSeconds(9), RetryPolicy.Wait(1, new RetryConditionHeaderValue(Now.AddSeconds(9)), Now));
        Assert.Equal(TimeSpan.Zero, RetryPolicy.Wait(1, new RetryConditionHeaderValue(Now.AddSeconds(-9)), Now));
        Assert.Equal(RetryPolicy.LongestWait, RetryPolicy.Wait(1, new RetryConditionHeaderValue(TimeSpan.FromDays(15)), Now));
    }

    [Theory]
    [InlineData(408, true)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(503, true)]
    [InlineData(504, true)]
    [InlineData(400, false)]
    [InlineData(403, false)]
    [InlineData(501, false)]
    public void Only_passing_troubles_are_worth_another_try(int status, bool transient) =>
        Assert.Equal(transient, RetryPolicy.IsTransient(status));
}
