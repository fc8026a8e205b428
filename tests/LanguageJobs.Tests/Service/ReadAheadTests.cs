using LanguageJobs.Service;

namespace LanguageJobs.Tests.Service;

public class ReadAheadTests
{
    [Fact]
    public async Task It_is_full_when_it_holds_twice_what_may_run()
    {
        var reading = new ReadAhead<int, int>(2, CancellationToken.None);
        for (var i = 0; i < 4; i++)
        {
            Assert.False(reading.IsFull);
            reading.Add(i, _ => Task.FromResult(0));
        }

        Assert.True(reading.IsFull);
        await reading.TakeFirst().Result;
        Assert.False(reading.IsFull);
    }

    [Fact]
    public async Task What_fails_does_not_stop_what_comes_after()
    {
        var reading = new ReadAhead<int, int>(1, CancellationToken.None);
        reading.Add(1, _ => Task.FromException<int>(new IOException("no")));
        reading.Add(2, _ => Task.FromResult(22));

        await Assert.ThrowsAsync<IOException>(() => reading.TakeFirst().Result);
        Assert.Equal(22, await reading.TakeFirst().Result);
    }

    [Fact]
    public async Task What_waits_never_starts_once_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var reading = new ReadAhead<int, int>(1, cancellation.Token);
        var blocked = new TaskCompletionSource<int>();
        var started = false;
        reading.Add(1, _ => blocked.Task);
        reading.Add(2, _ =>
        {
            started = true;
            return Task.FromResult(2);
        });

        await cancellation.CancelAsync();
        blocked.SetResult(1);

        await reading.TakeFirst().Result;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.TakeFirst().Result);
        Assert.False(started);
    }
}
