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
}
