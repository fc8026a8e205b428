using LanguageJobs.Service;

namespace LanguageJobs.Tests.Service;

public class RequestGateTests
{
    private readonly FakeClock clock = new();

    private async Task<List<TimeSpan>> EnterAsync(RequestGate gate, int requests)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < requests; i++)
        {
            await gate.EnterAsync(CancellationToken.None);
            times.Add(clock.Elapsed);
        }
        return times;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(30)]
    [InlineData(1000)]
    public async Task Never_more_than_the_budget_in_any_sixty_seconds(int budget)
    {
        var times = await EnterAsync(new RequestGate(budget, clock), budget * 5);

        for (var first = 0; first + budget < times.Count; first++)
            Assert.True(times[first + budget] - times[first] >= TimeSpan.FromSeconds(60), $"{budget + 1} requests in {times[first + budget] - times[first]}");
    }

    [Fact]
    public async Task A_fifth_of_the_budget_goes_at_once()
    {
        var times = await EnterAsync(new RequestGate(1000, clock), 201);

        Assert.Equal(TimeSpan.Zero, times[199]);
        Assert.True(times[200] > TimeSpan.Zero);
    }

    [Fact]
    public async Task The_budget_is_used_well()
    {
        var times = await EnterAsync(new RequestGate(1000, clock), 3000);

        Assert.InRange(times[^1].TotalMinutes, 3.0, 3.7);
    }

    [Fact]
    public async Task Without_a_budget_nobody_waits()
    {
        await EnterAsync(new RequestGate(0, clock), 5000);

        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task A_pause_holds_everybody_back_and_the_longest_counts()
    {
        var gate = new RequestGate(0, clock);
        gate.Pause(TimeSpan.FromSeconds(3));
        gate.Pause(TimeSpan.FromSeconds(1));

        await gate.EnterAsync(CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(3), clock.Elapsed);
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_others_their_turn()
    {
        var gate = new RequestGate(0, Clock.System);
        gate.Pause(TimeSpan.FromSeconds(0.2));
        using var impatient = new CancellationTokenSource();
        var one = gate.EnterAsync(impatient.Token);
        var two = gate.EnterAsync(CancellationToken.None);

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        await two.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
