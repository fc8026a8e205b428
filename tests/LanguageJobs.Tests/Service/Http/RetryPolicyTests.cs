using LanguageJobs.Service;

namespace LanguageJobs.Tests.Service;

public class RetryPolicyTests
{
    [Theory]
    [InlineData(1, 0.3, 0.5)]
    [InlineData(2, 0.6, 1.0)]
    [InlineData(4, 2.4, 4.0)]
    [InlineData(50, 60, 60)]
    public void The_wait_doubles_with_jitter_up_to_a_minute(int attempt, double least, double most)
    {
        for (var i = 0; i < 200; i++)
            Assert.InRange(RetryPolicy.Wait(attempt, null).TotalSeconds, least, most);
    }

    [Fact]
    public void Jitter_makes_waits_differ() =>
        Assert.NotEqual(1, Enumerable.Range(0, 50).Select(_ => RetryPolicy.Wait(3, null)).Distinct().Count());

    [Theory]
    [InlineData(7, 7, 7)]
    [InlineData(600, 600, 600)]
    [InlineData(0, 0.3, 0.5)]
    [InlineData(-9, 0.3, 0.5)]
    public void The_longer_counts_of_the_backoff_and_what_the_service_asks_for(double asked, double least, double most) =>
        Assert.InRange(RetryPolicy.Wait(1, TimeSpan.FromSeconds(asked)).TotalSeconds, least, most);

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
