using LanguageJobs.Service;

namespace LanguageJobs.Tests.Service;

public class ThrottleTests
{
    [Fact]
    public async Task Only_so_many_run_and_the_next_starts_when_one_ends()
    {
        var throttle = new Throttle(2, CancellationToken.None);
        var ends = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource<int>()).ToArray();
        var started = new TaskCompletionSource();
        var running = ends.Select((end, i) => throttle.RunAsync(_ =>
        {
            if (i == 2)
                started.SetResult();
            return end.Task;
        })).ToArray();
        Assert.False(started.Task.IsCompleted);

        ends[1].SetResult(1);
        await started.Task;
        ends[0].SetResult(0);
        ends[2].SetResult(2);
        var results = await Task.WhenAll(running);
        Assert.Equal([0, 1, 2], results);
    }

    [Fact]
    public async Task One_that_fails_gives_its_turn_on()
    {
        var throttle = new Throttle(1, CancellationToken.None);
        var failed = throttle.RunAsync<int>(_ => throw new IOException("no"));

        Assert.Equal(22, await throttle.RunAsync(_ => Task.FromResult(22)));
        await Assert.ThrowsAsync<IOException>(() => failed);
    }

    [Fact]
    public async Task Those_that_wait_never_start_once_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var throttle = new Throttle(1, cancellation.Token);
        var blocked = new TaskCompletionSource<int>();
        var started = 0;
        var first = throttle.RunAsync(_ => blocked.Task);
        var others = Enumerable.Range(0, 100).Select(_ => throttle.RunAsync(_ => Task.FromResult(started++))).ToArray();

        await cancellation.CancelAsync();
        blocked.SetResult(1);

        await first;
        foreach (var other in others)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other);
        Assert.Equal(0, started);
    }
}
