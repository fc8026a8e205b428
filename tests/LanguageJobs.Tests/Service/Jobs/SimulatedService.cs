using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LanguageJobs.Service;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Service;

/// <summary>
/// A service in a simulated time: it answers at once, on the thread that asks, and its clock is the test's, apart from a difference. A job's id is
/// the number of seconds that it takes.
/// </summary>
internal sealed class SimulatedService(SimulatedClock clock) : HttpMessageHandler
{
    private readonly object gate = new();

    private readonly List<(string JobId, TimeSpan Time)> asked = [];

    /// <summary>Each question: for which job, and when, by the test's clock.</summary>
    public (string JobId, TimeSpan Time)[] Asked
    {
        get
        {
            lock (gate)
                return [.. asked];
        }
    }

    /// <summary>What a question is answered with instead; null for the job's state.</summary>
    public Func<string, int, HttpResponseMessage?>? Otherwise { get; init; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var id = request.RequestUri!.AbsolutePath.Split('/')[^1];
            asked.Add((id, clock.Elapsed));
            var answer = Otherwise?.Invoke(id, asked.Count(one => one.JobId == id)) ?? State(id);
            answer.Headers.Date = clock.ServiceTime;
            return Task.FromResult(answer);
        }
    }

    private HttpResponseMessage State(string id)
    {
        var isOver = clock.Elapsed.TotalSeconds >= double.Parse(id.Split('-')[0], CultureInfo.InvariantCulture);
        var created = SimulatedClock.Start.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var body = Bodies.V3(id, isOver ? "succeeded" : "running").Replace("2021-12-14T18:51:53Z", created);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
    }

    public static HttpResponseMessage Refusal(HttpStatusCode status, double? retryAfter = null)
    {
        var answer = new HttpResponseMessage(status) { Content = new ByteArrayContent([]) };
        if (retryAfter is { } seconds)
            answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        return answer;
    }
}

/// <summary>A time that passes when everybody waits for it, once the test lets it. This machine's clock may differ from the service's.</summary>
internal sealed class SimulatedClock(TimeSpan localAhead) : Clock
{
    private readonly TaskCompletionSource running = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan elapsed;

    public static DateTimeOffset Start { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override TimeSpan Elapsed => elapsed;

    public DateTimeOffset ServiceTime => Start + elapsed;

    public override DateTimeOffset Now => ServiceTime + localAhead;

    public void Run() => running.TrySetResult();

    public override async Task Delay(TimeSpan time, CancellationToken cancellation)
    {
        await running.Task.WaitAsync(cancellation);
        elapsed += time;
    }

    public override async Task WaitAsync(SemaphoreSlim semaphore, TimeSpan time, CancellationToken cancellation)
    {
        await running.Task.WaitAsync(cancellation);
        if (await semaphore.WaitAsync(time == Timeout.InfiniteTimeSpan ? time : TimeSpan.Zero, cancellation))
            return;
        elapsed += time;
    }
}
