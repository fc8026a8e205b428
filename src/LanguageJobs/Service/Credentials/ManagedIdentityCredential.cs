namespace LanguageJobs.Service;

/// <summary>The managed identity of the machine or runbook, which gets tokens without a secret.</summary>
/// <param name="clientId">The client id of a user-assigned identity; null for the system-assigned one.</param>
/// <param name="retry">How often the endpoint is asked again.</param>
/// <param name="clock">The clock for token lifetimes and waits.</param>
/// <param name="longestAttempt">The timeout of one request; null for the default.</param>
internal sealed class ManagedIdentityCredential(string? clientId, RetryPolicy retry, Clock clock, TimeSpan? longestAttempt = null) : TokenCredential(clock)
{
    // Without an endpoint every try takes the full timeout, so a timeout is retried once only.
    private const int MostRetriesOfSilence = 1;

    private readonly SemaphoreSlim asking = new(1);

    public override string Kind => "ManagedIdentity";

    protected override async Task<AccessToken> HaveAsync(Uri address, ServiceLog log, CancellationToken cancellation)
    {
        await asking.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return Fresh ?? Keep(await AskAsync(AzureCloud.Of(address).Audience, log, cancellation).ConfigureAwait(false));
        }
        finally
        {
            asking.Release();
        }
    }

    private async Task<AccessToken> AskAsync(string audience, ServiceLog log, CancellationToken cancellation)
    {
        using var endpoint = ManagedIdentityEndpoint.FromEnvironment(longestAttempt);
        for (var attempt = 1; ; attempt++)
        {
            var answer = await endpoint.AskAsync(audience, clientId, cancellation).ConfigureAwait(false);
            if (answer.Token is { } token)
            {
                log.Verbose(FormattableString.Invariant($"The managed identity returned an access token for {audience}, which expires at {token.ExpiresOn:u}."));
                return token;
            }
            if (attempt > RetriesOf(answer))
                throw new LanguageServiceException(ServiceFailure.CredentialUnavailable, answer.Failure!) { RequestUri = endpoint.Address };
            var wait = RetryPolicy.Wait(attempt, answer.RetryAfter);
            log.Verbose(FormattableString.Invariant($"{answer.Failure} Trying again in {wait.TotalSeconds:0.0} s."));
            await Clock.Delay(wait, cancellation).ConfigureAwait(false);
        }
    }

    private int RetriesOf(ManagedIdentityAnswer answer) => answer switch
    {
        { IsSilence: true } => Math.Min(MostRetriesOfSilence, retry.MaximumRetries),
        { IsTransient: true } => retry.MaximumRetries,
        _ => 0,
    };
}
