using LanguageJobs.Service;

namespace LanguageJobs.Tests.Service;

public class PollScheduleTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(9, 1)]
    [InlineData(30, 3)]
    [InlineData(100, 10)]
    [InlineData(5000, 10)]
    public void The_interval_is_a_tenth_of_the_age_from_one_to_ten_seconds_and_some_jitter(double age, double least)
    {
        var schedule = new PollSchedule(null);
        var intervals = Enumerable.Range(0, 200).Select(_ => schedule.Interval(TimeSpan.FromSeconds(age)).TotalSeconds).ToArray();

        Assert.All(intervals, interval => Assert.InRange(interval, least, 1.3 * least));
        Assert.True(intervals.Max() - intervals.Min() > 0.1 * least);
    }

    [Fact]
    public void A_fixed_interval_is_just_that() =>
        Assert.Equal(TimeSpan.FromSeconds(7), new PollSchedule(TimeSpan.FromSeconds(7)).Interval(TimeSpan.FromHours(1)));

    [Theory]
    [InlineData(3.001, 1.0, 4.1)]
    [InlineData(3.1, 1.0, 4.1)]
    [InlineData(3.02, 1.25, 4.3)]
    public void Jobs_that_are_due_at_nearly_the_same_time_are_due_together(double now, double interval, double due) =>
        Assert.Equal(TimeSpan.FromSeconds(due), PollSchedule.Due(TimeSpan.FromSeconds(now), TimeSpan.FromSeconds(interval)));

    [Fact]
    public void A_short_interval_is_over_when_it_is_over() =>
        Assert.Equal(TimeSpan.FromSeconds(3.123), PollSchedule.Due(TimeSpan.FromSeconds(3.023), TimeSpan.FromSeconds(0.1)));
}
