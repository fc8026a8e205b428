using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
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
    private readonly RequestGate gate;
    private readonly Clock clock;
    private readonly HttpClient http;

    public ServiceTransport(ServiceEndpoint endpoint, ServiceCredential credential, RetryPolicy retry, RequestGate gate, Clock clock)
    {
        this.endpoint = endpoint;
        this.credential = credential;
        this.retry = retry;
        this.gate = gate;
        this.clock = clock;
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

    /// <summary>Sends a request and returns the success that it ends in.</summary>
    /// <exception cref="LanguageServiceException">It ends in none.</exception>
    public async Task<ServiceReply> SendAsync(ServiceRequest request, ServiceLog log, CancellationToken cancellation)
    {
        if (!endpoint.Contains(request.Address))
        {
            throw new LanguageServiceException(
                ServiceFailure.AddressRefused,
                $"The address {request.Address} is not at {endpoint}. The credential is for that endpoint alone and was not sent.")
            {
                RequestUri = request.Address,
            };
        }

        var renewed = false;
        for (var attempt = 1; ; attempt++)
        {
            await gate.EnterAsync(cancellation).ConfigureAwait(false);
            var outcome = await TryAsync(request, log, cancellation).ConfigureAwait(false);
            if (outcome.Reply is not null)
                return outcome.Reply;
            if (outcome.MayRenew && !renewed)
            {
                log.Verbose("The access token was refused (401). Asking for another one.");
                renewed = true;
                attempt--;
                continue;
            }

            var wait = RetryPolicy.Wait(attempt, outcome.RetryAfter, DateTimeOffset.UtcNow);
            var throttled = outcome.Failure!.StatusCode == 429;
            if (throttled)
                gate.Pause(wait);
            outcome.Failure.RetryAfter = wait;
            if (!outcome.MayRepeat || !request.Repeat || attempt > retry.MaximumRetries)
                throw outcome.Failure;
            log.Verbose(FormattableString.Invariant($"{outcome.Failure.Message} Trying again in {wait.TotalSeconds:0.0} s."));
            if (!throttled)
                await clock.Delay(wait, cancellation).ConfigureAwait(false);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<Outcome> TryAsync(ServiceRequest request, ServiceLog log, CancellationToken cancellation)
    {
        using var message = request.ToMessage();
        await credential.ApplyAsync(message, log, cancellation).ConfigureAwait(false);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(LongestAttempt);
        var started = clock.Elapsed;
        try
        {
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            using var content = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            var body = await PooledBytes.ReadAsync(content, response.Content.Headers.ContentLength, timeout.Token).ConfigureAwait(false);
            log.Debug(FormattableString.Invariant(
                $"{request.Method} {request.Address} {(int)response.StatusCode}, {body.Span.Length} bytes, {(clock.Elapsed - started).TotalMilliseconds:0} ms"));
            WarnOfRetirement(response, log);
            if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted)
                return new Outcome(new ServiceReply(body, Header(response, "Operation-Location")), null, false, null);
            using (body)
                return Refused(request, response, body.Span);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return Broken(request, e);
        }
    }

    private Outcome Refused(ServiceRequest request, HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        var status = (int)response.StatusCode;
        var doubts = status == 401 ? credential.Doubts(response.RequestMessage!) : "";
        var failure = ServiceAnswer.Explain(request, response, ErrorBody.Parse(body), doubts);
        var mayRepeat = RetryPolicy.IsTransient(status);
        // Only these two say that the service did not take a submission; after the others it may have.
        if (request.IsSubmission && mayRepeat && status is not (429 or 503))
            return new Outcome(null, Uncertain(failure), false, null);
        return new Outcome(null, failure, mayRepeat, response.Headers.RetryAfter)
        {
            MayRenew = status == 401 && credential.Forget(response.RequestMessage!),
        };
    }

    private static Outcome Broken(ServiceRequest request, Exception e)
    {
        var why = e is OperationCanceledException
            ? $"no answer within {LongestAttempt.TotalSeconds} s"
            : Innermost(e).Message.TrimEnd('.');
        var failure = new LanguageServiceException(ServiceFailure.ConnectionFailed, $"The connection to {request.Address} failed: {why}.", e)
        {
            RequestUri = request.Address,
        };
        return request.IsSubmission && !NeverConnected(e)
            ? new Outcome(null, Uncertain(failure), false, null)
            : new Outcome(null, failure, true, null);
    }

    private static LanguageServiceException Uncertain(LanguageServiceException e) =>
        new(ServiceFailure.SubmissionUncertain, $"{e.Message} The submission may have been accepted all the same, so it is not repeated.", e)
        {
            StatusCode = e.StatusCode,
            Code = e.Code,
            RequestUri = e.RequestUri,
            RequestId = e.RequestId,
        };

    private static bool NeverConnected(Exception e) => Innermost(e) is SocketException
    {
        SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData
            or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown or SocketError.NetworkDown,
    };

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;

    // Seen on the wire when an API version was about to go: warn-code 299, warn-text with the date and the version to use.
    private static void WarnOfRetirement(HttpResponseMessage response, ServiceLog log)
    {
        if (Header(response, "warn-text") is { } text)
            log.Warning($"The service says: {text.Trim('"')}");
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private sealed record Outcome(
        ServiceReply? Reply, LanguageServiceException? Failure, bool MayRepeat, RetryConditionHeaderValue? RetryAfter)
    {
        /// <summary>True when the credential was refused and another one can be had.</summary>
        public bool MayRenew { get; init; }
    }
}
