using System.Globalization;
using System.Net;
using LanguageJobs.Service;

namespace LanguageJobs.Tests.Service;

/// <summary>Waits in a simulated time: hours pass at once, and every run asks the same questions.</summary>
public sealed class JobWatchTests : IDisposable
{
    private readonly CancellationTokenSource stopping = new(TimeSpan.FromSeconds(100));

    public void Dispose() => stopping.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(600)]
    [InlineData(-600)]
    public void Jobs_are_seen_finished_in_time_whatever_this_machine_s_clock_says(double localAhead)
    {
        var clock = new SimulatedClock(TimeSpan.FromSeconds(localAhead));
        // 300 jobs of 2 to 20 seconds.
        var ids = Enumerable.Range(0, 300).Select(i => FormattableString.Invariant($"{2 + 18.0 * i / 299:0.000}-{i}")).ToArray();
        var service = new SimulatedService(clock);

        Wait(clock, service, ids, throttleLimit: 8, requestsPerMinute: 0);

        var late = ids.Select(id => service.Asked.Last(asked => asked.JobId == id).Time.TotalSeconds - double.Parse(id.Split('-')[0], CultureInfo.InvariantCulture)).Order().ToArray();
        // At an age of 20 s a job is asked for every 2 to 2.6 s, on a beat of 0.1 s.
        Assert.InRange(late[^1], 0, 2.71);
        Assert.InRange(late[(int)(0.95 * late.Length)], 0, 2);
    }

    [Fact]
    public void Where_the_budget_is_short_all_jobs_wait_their_turn()
    {
        var clock = new SimulatedClock(TimeSpan.Zero);
        var service = new SimulatedService(clock);
        string[] ids = [.. Enumerable.Range(0, 50).Select(i => $"600-{i}")];

        Wait(clock, service, ids, throttleLimit: 4, requestsPerMinute: 60, pollInterval: 1);

        // Between two questions for one job every other job is asked for: at no time has one been asked for twice as often more than another.
        var counts = ids.ToDictionary(id => id, _ => 0);
        foreach (var (id, time) in service.Asked.Where(asked => asked.Time < TimeSpan.FromSeconds(600)))
        {
            counts[id]++;
            Assert.True(counts.Values.Max() - counts.Values.Min() <= 1, $"{id} came first at {time}");
        }
        Assert.True(counts.Values.Min() > 5);
    }

    [Fact]
    public void A_transient_error_costs_its_job_a_later_turn_and_nobody_else_s_time()
    {
        var clock = new SimulatedClock(TimeSpan.Zero);
        var service = new SimulatedService(clock)
        {
            Otherwise = (id, nth) => id == "1-bad" && nth <= 3 ? SimulatedService.Refusal(HttpStatusCode.BadGateway) : null,
        };

        var outcomes = Wait(clock, service, ["1-bad", "1-a", "1-b"], throttleLimit: 1, requestsPerMinute: 0, pollInterval: 0.5);

        Assert.All(outcomes, outcome => Assert.Null(outcome.Failure));
        Assert.All(service.Asked.Where(asked => asked.JobId != "1-bad"), asked => Assert.InRange(asked.Time.TotalSeconds, 0, 1.1));
        Assert.True(service.Asked.Where(asked => asked.JobId == "1-bad").ElementAt(3).Time > TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public void Too_many_requests_come_as_often_as_they_like_and_other_errors_do_not()
    {
        var clock = new SimulatedClock(TimeSpan.Zero);
        var service = new SimulatedService(clock)
        {
            Otherwise = (id, nth) => id switch
            {
                "1-throttled" when nth <= 20 => SimulatedService.Refusal(HttpStatusCode.TooManyRequests),
                "1-broken" => SimulatedService.Refusal(HttpStatusCode.BadGateway),
                _ => null,
            },
        };

        var outcomes = Wait(clock, service, ["1-throttled", "1-broken"], throttleLimit: 2, requestsPerMinute: 0);

        Assert.Equal("1-throttled", outcomes.Single(outcome => outcome.Failure is null).Source);
        Assert.Equal(ServiceFailure.ServiceUnavailable, Assert.IsType<LanguageServiceException>(outcomes.Single(outcome => outcome.Failure is not null).Failure).Failure);
        Assert.Equal(1 + LanguageConnection.DefaultMaximumRetryCount, service.Asked.Count(asked => asked.JobId == "1-broken"));
    }

    [Fact]
    public void When_the_time_is_over_each_job_has_been_asked_for_once_and_is_given_up()
    {
        var clock = new SimulatedClock(TimeSpan.Zero);
        var service = new SimulatedService(clock);
        string[] ids = ["0-done", .. Enumerable.Range(0, 40).Select(i => $"3600-{i}")];

        var watch = Watch(clock, service, throttleLimit: 2, requestsPerMinute: 60, pollInterval: null);
        foreach (var id in ids)
            watch.Add(id, new JobAddress(id, null, null), justStarted: false);
        watch.EndIn(TimeSpan.Zero);
        clock.Run();
        var ended = new List<string>();
        while (!watch.IsDone)
        {
            if (watch.TryTake(out var outcome, TimeSpan.FromMilliseconds(1)))
                ended.Add($"done {outcome.Source}");
            ended.AddRange(watch.GiveUp().Select(job => $"given up {job.Source}"));
        }

        Assert.Equal(ids.Select(id => id == "0-done" ? "done 0-done" : $"given up {id}").Order(), ended.Order());
        Assert.All(ids, id => Assert.Contains(service.Asked, asked => asked.JobId == id));
    }

    [Fact]
    public void A_service_that_asks_to_wait_for_longer_than_there_is_time_ends_the_wait_at_once_and_says_when_to_come_again()
    {
        var clock = new SimulatedClock(TimeSpan.Zero);
        var service = new SimulatedService(clock) { Otherwise = (_, _) => SimulatedService.Refusal(HttpStatusCode.ServiceUnavailable, 45) };

        var watch = Watch(clock, service, throttleLimit: 2, requestsPerMinute: 0, pollInterval: null);
        watch.Add("1-j", new JobAddress("1-j", null, null), justStarted: false);
        watch.EndIn(TimeSpan.FromSeconds(30));
        clock.Run();

        Assert.True(watch.TryTake(out var outcome, TimeSpan.FromSeconds(60)));
        var e = Assert.IsType<LanguageServiceException>(outcome.Failure);
        Assert.Equal((ServiceFailure.ServiceUnavailable, TimeSpan.FromSeconds(45)), (e.Failure, e.RetryAfter));
        Assert.EndsWith("The service asks you to try again in 45 s (at 2026-01-01 00:00:45Z). That is after the wait's -Timeout.", e.Message);
        Assert.Equal(TimeSpan.Zero, clock.Elapsed);
    }

    private List<WatchOutcome> Wait(
        SimulatedClock clock, SimulatedService service, string[] ids, int throttleLimit, int requestsPerMinute, double? pollInterval = null)
    {
        var watch = Watch(clock, service, throttleLimit, requestsPerMinute, pollInterval);
        foreach (var id in ids)
            watch.Add(id, new JobAddress(id, null, null), justStarted: false);
        clock.Run();
        var outcomes = new List<WatchOutcome>();
        while (!watch.IsDone)
        {
            if (watch.TryTake(out var outcome, TimeSpan.FromSeconds(1)))
                outcomes.Add(outcome);
        }
        return outcomes;
    }

    private JobWatch Watch(SimulatedClock clock, SimulatedService service, int throttleLimit, int requestsPerMinute, double? pollInterval)
    {
        var connection = ServiceConnection.Open(
            "https://contoso.test", new KeyCredential("k"), "v3.2-preview.2", requestsPerMinute, clock: clock, http: () => ServiceHttp.Over(service));
        TimeSpan? interval = pollInterval is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        return new JobWatch(new JobClient(connection, new ServiceLog()), throttleLimit, new PollSchedule(interval), showStatistics: false, stopping.Token);
    }
}
