namespace LanguageJobs.Service;

/// <summary>
/// Sends one connection's requests with its credential: stays within the request limit, retries what may be retried, and turns every
/// failure into a
/// <see cref="LanguageServiceException"/>. The credential is sent only to the endpoint.
/// </summary>
internal sealed class ServiceTransport(ServiceEndpoint endpoint, ServiceExchange exchange, RetryPolicy retry, RequestGate gate, Clock clock) : IDisposable
{
    private readonly CancellationTokenSource closing = new();

    /// <summary>The reason why requests are waiting; null when they are not.</summary>
    public string? Holdup => gate.Holdup;

    /// <summary>Sends a request and returns the successful answer.</summary>
    /// <exception cref="LanguageServiceException">The request failed.</exception>
    public async Task<ServiceReply> SendAsync(ServiceRequest request, ServiceLog log, CancellationToken cancellation)
    {
        if (!endpoint.Contains(request.Address))
        {
            throw new LanguageServiceException(
                ServiceFailure.AddressRefused,
                $"The address {request.Address} is not at {endpoint}, the endpoint of the connection. No request was sent.")
            {
                RequestUri = request.Address,
            };
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, closing.Token);
        try
        {
            return await RepeatAsync(request, log, end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new LanguageServiceException(ServiceFailure.ConnectionClosed, "The connection is closed. Run Connect-LanguageService.")
            {
                RequestUri = request.Address,
                ConcernsEndpoint = true,
            };
        }
    }

    /// <summary>Closes the connection. Current requests end; a submission gets some seconds to be answered.</summary>
    public void Dispose()
    {
        closing.Cancel();
        exchange.Dispose();
    }

    private async Task<ServiceReply> RepeatAsync(ServiceRequest request, ServiceLog log, CancellationToken cancellation)
    {
        var renewed = false;
        for (var attempt = 1; ; attempt++)
        {
            await gate.EnterAsync(cancellation).ConfigureAwait(false);
            var outcome = await exchange.TryAsync(request, log, cancellation).ConfigureAwait(false);
            if (outcome.Reply is { } reply)
                return reply;
            var failure = outcome.Failure!;
            if (outcome.MayRenew && !renewed)
            {
                log.Verbose("The access token was refused (401). Asking for another one.");
                renewed = true;
                attempt--;
                continue;
            }

            var wait = RetryPolicy.Wait(attempt, failure.RetryAfter);
            var throttled = outcome.MayRepeat && failure.StatusCode == 429;
            if (throttled)
                gate.Pause(wait);
            if (!outcome.MayRepeat || !request.Repeat || attempt > retry.MaximumRetries)
                throw failure;
            log.Verbose(FormattableString.Invariant($"{failure.Message} Trying again in {wait.TotalSeconds:0.0} s."));
            if (!throttled)
                await clock.Delay(wait, cancellation).ConfigureAwait(false);
        }
    }
}
