using System.Net;
using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>
/// Sends requests, one connection's, with its credential: repeats what may be repeated, keeps to the budget, and turns every
/// failure into a <see cref="LanguageServiceException"/>. The credential goes to the endpoint's own origin and nowhere else.
/// </summary>
internal sealed class ServiceTransport : IDisposable
{
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(100);

    private readonly ServiceEndpoint endpoint;
    private readonly ServiceCredential credential;
    private readonly RetryPolicy retry;
    private readonly Clock clock;
    private readonly HttpClient http;

    public ServiceTransport(ServiceEndpoint endpoint, ServiceCredential credential, RetryPolicy retry, RequestGate gate, Clock clock)
    {
        this.endpoint = endpoint;
        this.credential = credential;
        this.retry = retry;
        this.clock = clock;
        Gate = gate;
        http = new HttpClient(new HttpClientHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxConnectionsPerServer = 256,
            UseCookies = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("LanguageJobs");
    }

    public RequestGate Gate { get; }

    /// <summary>Gets the body of an address.</summary>
    public async Task<PooledBytes> GetAsync(Uri address, ServiceLog log, CancellationToken cancellation)
    {
        if (!endpoint.IsSameOrigin(address))
        {
            throw new LanguageServiceException(
                ServiceFailure.AddressRefused,
                $"The address {address} is not at {endpoint}. The credential is for that endpoint alone and was not sent.")
            {
                RequestUri = address,
            };
        }

        for (var attempt = 1; ; attempt++)
        {
            await Gate.EnterAsync(cancellation).ConfigureAwait(false);
            var outcome = await TryAsync(address, log, cancellation).ConfigureAwait(false);
            if (outcome.Body is not null)
                return outcome.Body;
            if (!outcome.IsTransient || attempt > retry.MaximumRetries)
                throw outcome.Failure!;

            var wait = RetryPolicy.Wait(attempt, outcome.RetryAfter, DateTimeOffset.UtcNow);
            log.Verbose(FormattableString.Invariant($"{outcome.Failure!.Message} Trying again in {wait.TotalSeconds:0.0} s."));
            if (outcome.Failure.StatusCode == 429)
                Gate.Pause(wait);
            else
                await clock.Delay(wait, cancellation).ConfigureAwait(false);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<Outcome> TryAsync(Uri address, ServiceLog log, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        credential.Apply(request);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(LongestAttempt);
        var started = clock.Elapsed;
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            using var content = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            var body = await PooledBytes.ReadAsync(content, response.Content.Headers.ContentLength, timeout.Token).ConfigureAwait(false);
            log.Debug(FormattableString.Invariant(
                $"GET {address} {(int)response.StatusCode}, {body.Span.Length} bytes, {(clock.Elapsed - started).TotalMilliseconds:0} ms"));
            WarnOfRetirement(response, log);
            if (response.StatusCode == HttpStatusCode.OK)
                return new Outcome(body, null, false, null);
            using (body)
                return Refused(request, response, body.Span);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return Broken(address, e);
        }
    }

    private static Outcome Refused(HttpRequestMessage request, HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        var failure = ServiceAnswer.Explain(request.RequestUri!, response, ErrorBody.Parse(body));
        return new Outcome(null, failure, RetryPolicy.IsTransient((int)response.StatusCode), response.Headers.RetryAfter);
    }

    private static Outcome Broken(Uri address, Exception e)
    {
        var why = e is OperationCanceledException
            ? $"no answer within {LongestAttempt.TotalSeconds} s"
            : Innermost(e).Message.TrimEnd('.');
        var failure = new LanguageServiceException(ServiceFailure.ConnectionFailed, $"The connection to {address} failed: {why}.", e)
        {
            RequestUri = address,
        };
        return new Outcome(null, failure, true, null);
    }

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;

    // Seen on the wire when an API version was about to go: warn-code 299, warn-text with the date and the version to use.
    private static void WarnOfRetirement(HttpResponseMessage response, ServiceLog log)
    {
        if (response.Headers.TryGetValues("warn-text", out var texts))
            log.Warning($"The service says: {string.Join(" ", texts).Trim('"')}");
    }

    private readonly record struct Outcome(
        PooledBytes? Body, LanguageServiceException? Failure, bool IsTransient, System.Net.Http.Headers.RetryConditionHeaderValue? RetryAfter);
}
