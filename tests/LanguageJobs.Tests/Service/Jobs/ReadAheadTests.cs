using LanguageJobs.Service;

namespace LanguageJobs.Tests.Service;

public class ReadAheadTests
{
    [Fact]
    public void It_is_full_when_it_holds_as_many_as_its_window()
    {
        var reading = new ReadAhead<int, int>(2);
        reading.Add(1, Task.FromResult(0));
        Assert.False(reading.IsFull);
        reading.Add(2, Task.FromResult(0));
        Assert.True(reading.IsFull);

        reading.TakeFirst();
        Assert.False(reading.IsFull);
    }

    [Fact]
    public async Task Results_come_in_the_order_of_their_sources_not_in_that_of_their_ends()
    {
        var reading = new ReadAhead<string, int>(2);
        var slow = new TaskCompletionSource<int>();
        reading.Add("slow", slow.Task);
        reading.Add("quick", Task.FromResult(2));
        Assert.False(reading.FirstIsReady);

        slow.SetResult(1);
        Assert.True(reading.FirstIsReady);
        var (source, result) = reading.TakeFirst();
        Assert.Equal(("slow", 1), (source, await result));
    }

    [Fact]
    public async Task What_fails_does_not_stop_what_comes_after()
    {
        var reading = new ReadAhead<int, int>(2);
        reading.Add(1, Task.FromException<int>(new IOException("no")));
        reading.Add(2, Task.FromResult(22));

        await Assert.ThrowsAsync<IOException>(() => reading.TakeFirst().Result);
        Assert.Equal(22, await reading.TakeFirst().Result);
    }
}
