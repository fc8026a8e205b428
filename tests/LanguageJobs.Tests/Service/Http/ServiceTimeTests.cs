using System.Net;
using System.Net.Http.Headers;
using LanguageJobs.Service;

namespace LanguageJobs.Tests.Service;

/// <summary>Which answers tell the service's time, and what a date in an answer is compared with.</summary>
public class ServiceTimeTests
{
    private readonly FakeClock clock = new();

    private static HttpResponseMessage Answer(DateTimeOffset? date, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Headers = { Date = date } };

    [Theory]
    [InlineData(-600, -600)]
    [InlineData(600, 600)]
    [InlineData(2, 2)]
    [InlineData(1.9, 0)]
    [InlineData(-1.9, 0)]
    public void The_service_s_time_is_learned_from_its_dates_and_small_differences_count_as_none(double ahead, double skew)
    {
        var time = new ServiceTime(clock);

        time.Learn(Answer(FakeClock.Start.AddSeconds(ahead)));
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(FakeClock.Start.AddSeconds(60 + skew), time.Now);
    }

    [Fact]
    public void Old_and_foreign_answers_tell_nothing()
    {
        var time = new ServiceTime(clock);
        var cached = Answer(FakeClock.Start.AddHours(-1));
        cached.Headers.Age = TimeSpan.FromHours(1);

        time.Learn(cached);
        time.Learn(Answer(FakeClock.Start.AddHours(-1), HttpStatusCode.BadGateway));
        time.Learn(Answer(null));

        Assert.Equal(FakeClock.Start, time.Now);
    }

    [Theory]
    [InlineData(90, 90)]
    [InlineData(0, 0)]
    [InlineData(-30, -30)]
    public void A_date_to_come_again_counts_from_the_answer_s_own_date(double later, double asked)
    {
        var answer = Answer(FakeClock.Start.AddMinutes(10), HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter = new RetryConditionHeaderValue(FakeClock.Start.AddMinutes(10).AddSeconds(later));

        Assert.Equal(TimeSpan.FromSeconds(asked), RetryHint.Of(answer, FakeClock.Start));
    }

    [Fact]
    public void Seconds_to_come_again_count_as_they_are_and_no_header_asks_for_nothing()
    {
        var answer = Answer(null);
        Assert.Null(RetryHint.Of(answer, FakeClock.Start));

        answer.Headers.TryAddWithoutValidation("Retry-After", "soon");
        Assert.Null(RetryHint.Of(answer, FakeClock.Start));

        answer.Headers.Remove("Retry-After");
        answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromDays(15));
        Assert.Equal(TimeSpan.FromDays(15), RetryHint.Of(answer, FakeClock.Start));
    }

    [Theory]
    [InlineData(45, " The service asks you to try again in 45 s (at 2026-01-01 00:00:45Z).")]
    [InlineData(1500, " The service asks you to try again in 25 minutes (at 2026-01-01 00:25:00Z).")]
    [InlineData(1296000, " The service asks you to try again in 15 days (at 2026-01-16 00:00:00Z).")]
    public void When_to_come_again_is_a_sentence(double seconds, string sentence) =>
        Assert.Equal(sentence, RetryHint.Sentence(TimeSpan.FromSeconds(seconds), FakeClock.Start));
}
