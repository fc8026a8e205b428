using LanguageJobs.Service;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Service;

public class TransportTests
{
    [Fact]
    public async Task One_429_slows_the_whole_connection_down()
    {
        var answers = 0;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (Interlocked.Increment(ref answers) > 1)
                return context.Response.WriteAsync(Bodies.V3("j"));
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "5";
            return context.Response.WriteAsync(Bodies.Error("429", "Please retry."));
        });
        var clock = new FakeClock();
        using var connection = ServiceConnection.Open(server.Endpoint.ToString(), new KeyCredential("k"), requestsPerMinute: 0, clock: clock);
        var client = new JobClient(connection, new ServiceLog());

        await client.GetJobAsync(new JobAddress("a", null, null), false, CancellationToken.None);
        await client.GetJobAsync(new JobAddress("b", null, null), false, CancellationToken.None);

        // The pause is the gate's, where every request of the connection passes; it is not slept through twice.
        Assert.Equal(TimeSpan.FromSeconds(5), Assert.Single(clock.Waits));
    }

    [Fact]
    public async Task Retries_end_and_the_last_failure_is_told()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers["apim-request-id"] = "abc-123";
            return context.Response.WriteAsync(Bodies.Error("ServiceUnavailable", "Down."));
        });
        var clock = new FakeClock();
        using var connection = ServiceConnection.Open(server.Endpoint.ToString(), new KeyCredential("k"), maximumRetryCount: 3, clock: clock);

        var e = await Assert.ThrowsAsync<LanguageServiceException>(() =>
            new JobClient(connection, new ServiceLog()).GetJobAsync(new JobAddress("a", null, null), false, CancellationToken.None));

        Assert.Equal((ServiceFailure.ServiceUnavailable, 503, "ServiceUnavailable", "abc-123"), (e.Failure, e.StatusCode, e.Code, e.RequestId));
        Assert.Equal(4, server.Requests.Length);
        Assert.Equal(3, clock.Waits.Count);
    }

    [Fact]
    public async Task Connections_are_kept_alive()
    {
        var ports = new HashSet<int>();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            lock (ports)
                ports.Add(context.Connection.RemotePort);
            return context.Response.WriteAsync(Bodies.V3("j"));
        });
        using var connection = ServiceConnection.Open(server.Endpoint.ToString(), new KeyCredential("k"));
        var client = new JobClient(connection, new ServiceLog());

        for (var i = 0; i < 20; i++)
            await client.GetJobAsync(new JobAddress("a", null, null), false, CancellationToken.None);

        Assert.Single(ports);
    }

    [Fact]
    public async Task After_five_minutes_requests_get_a_new_socket_so_that_a_host_that_moved_is_found()
    {
        var ports = new List<int>();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            ports.Add(context.Connection.RemotePort);
            return context.Response.WriteAsync(Bodies.V3("j"));
        });
        var clock = new FakeClock();
        using var connection = ServiceConnection.Open(server.Endpoint.ToString(), new KeyCredential("k"), "v3.2-preview.2", clock: clock);
        var client = new JobClient(connection, new ServiceLog());

        foreach (var minutes in new[] { 0, 4, 2 })
        {
            clock.Advance(TimeSpan.FromMinutes(minutes));
            await client.GetJobAsync(new JobAddress("a", null, null), false, CancellationToken.None);
        }

        Assert.Equal(ports[0], ports[1]);
        Assert.NotEqual(ports[1], ports[2]);
    }

    [Fact]
    public async Task Requests_name_the_module_and_its_version()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        using var connection = ServiceConnection.Open(server.Endpoint.ToString(), new KeyCredential("k"), "v3.2-preview.2");

        await new JobClient(connection, new ServiceLog()).GetJobAsync(new JobAddress("a", null, null), false, CancellationToken.None);

        Assert.Matches(@"^LanguageJobs/\d+\.\d+\.\d+$", Assert.Single(server.Requests).Headers["User-Agent"]);
    }

    [Theory]
    [InlineData(429, "TooManyRequests")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task Who_is_asked_to_wait_for_more_than_ten_minutes_gives_up_at_once_and_says_when_to_come_again(int status, string failure)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "1500";
            return context.Response.WriteAsync("later");
        });
        var clock = new FakeClock();
        using var connection = ServiceConnection.Open(server.Endpoint.ToString(), new KeyCredential("k"), "v3.2-preview.2", clock: clock);

        var e = await Assert.ThrowsAsync<LanguageServiceException>(() =>
            new JobClient(connection, new ServiceLog()).GetJobAsync(new JobAddress("a", null, null), false, CancellationToken.None));

        Assert.Equal((failure, TimeSpan.FromMinutes(25), true), ($"{e.Failure}", e.RetryAfter, e.ConcernsEndpoint));
        Assert.Contains("The service asks you to try again in 25 minutes (at 2026-01-01 00:25:00Z).", e.Message);
        Assert.Single(server.Requests);
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task Who_is_asked_to_wait_for_ten_minutes_waits_ten_minutes()
    {
        var answers = 0;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref answers) == 1 ? 503 : 200;
            context.Response.Headers.RetryAfter = "600";
            return context.Response.WriteAsync(Bodies.V3("j"));
        });
        var clock = new FakeClock();
        using var connection = ServiceConnection.Open(server.Endpoint.ToString(), new KeyCredential("k"), "v3.2-preview.2", clock: clock);

        await new JobClient(connection, new ServiceLog()).GetJobAsync(new JobAddress("a", null, null), false, CancellationToken.None);

        Assert.Equal([TimeSpan.FromMinutes(10)], clock.Waits);
    }
}
