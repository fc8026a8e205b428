using System.Diagnostics;
using System.Net.Sockets;
using LanguageJobs.Emulator;
using LanguageJobs.Emulator.Http;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Emulator;

public class ListeningTests
{
    [Fact]
    public async Task It_takes_a_free_loopback_port_by_default()
    {
        await using var emulator = await LanguageEmulator.StartAsync(new EmulatorOptions());

        Assert.Equal("127.0.0.1", emulator.Endpoint.Host);
        Assert.NotEqual(0, emulator.Endpoint.Port);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://192.0.2.7:5000")]
    [InlineData("http://example.com:5000")]
    [InlineData("ftp://127.0.0.1:0")]
    [InlineData("anywhere")]
    public async Task It_refuses_to_listen_where_others_can_reach_it(string url) =>
        await Assert.ThrowsAsync<ArgumentException>(() => LanguageEmulator.StartAsync(new EmulatorOptions { Url = url }));

    [Theory]
    [InlineData(SocketError.AccessDenied, "Listening on port 80 needs administrator rights. Choose a port from 1024 upwards.")]
    [InlineData(SocketError.AddressNotAvailable, "'http://127.0.0.1:80' is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of its addresses.")]
    public void It_says_what_to_do_where_it_cannot_listen(SocketError cause, string message) =>
        Assert.Equal(message, ListenAddress.Parse("http://127.0.0.1:80", allowRemote: false).Explain(new SocketException((int)cause))?.Message);

    [Fact]
    public async Task Once_disposed_it_answers_nobody()
    {
        var client = await EmulatorClient.Start();
        var endpoint = client.Emulator.Endpoint;
        await client.DisposeAsync();
        using var http = new HttpClient();

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(endpoint));
    }

    [Fact]
    public async Task Latency_delays_every_answer()
    {
        var options = new EmulatorOptions { Latency = TimeSpan.FromMilliseconds(80), JobsFolder = Repository.PathOf("examples/jobs") };
        await using var client = await EmulatorClient.Start(options);
        var watch = Stopwatch.StartNew();

        using var answer = await client.Get(SavedJobs.TextAnalytics(SavedJobs.Partial));

        // Timers may fire a little early by their own measure.
        Assert.True(watch.ElapsedMilliseconds >= 75, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task It_counts_what_it_sees()
    {
        var clock = new ManualClock();
        var options = new EmulatorOptions { TimeProvider = clock, JobsFolder = Repository.PathOf("examples/jobs") };
        await using var client = await EmulatorClient.Start(options);
        foreach (var pause in new[] { 0, 10, 30, 30 })
        {
            clock.Advance(TimeSpan.FromSeconds(pause));
            using var answer = await client.Get(SavedJobs.TextAnalytics(SavedJobs.Partial));
        }

        var counters = client.Emulator.Counters;
        Assert.Equal(4, counters.Requests);
        Assert.Equal(4, counters.Gets);
        Assert.Equal(0, counters.Posts);
        Assert.Equal(4, counters.Polls[SavedJobs.Partial]);
        Assert.Equal(3, counters.MaximumRequestsPerMinute);
        Assert.Equal(1, counters.MaximumInFlight);
    }
}
