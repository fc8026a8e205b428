using System.Net.Http.Headers;

namespace LanguageJobs.Service;

/// <summary>A Microsoft Entra access token, sent as a bearer token, and had anew before it expires or when it is refused.</summary>
internal abstract class TokenCredential(Clock clock) : ServiceCredential
{
    private static readonly TimeSpan BeforeExpiry = TimeSpan.FromMinutes(5);

    // A source may give the same token until it nearly expires; it is not asked for every request then.
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromSeconds(30);

    private volatile AccessToken? current;
    private long renewAt;

    protected Clock Clock { get; } = clock;

    public override bool NeedsSubdomain => true;

    /// <summary>The token at hand; null when there is none, or when it is time to have another.</summary>
    protected AccessToken? Fresh => current is { } token && Clock.Now.UtcTicks < Interlocked.Read(ref renewAt) ? token : null;

    public override async Task ApplyAsync(HttpRequestMessage request, ServiceLog log, CancellationToken cancellation)
    {
        var token = Fresh ?? await RenewAsync(request.RequestUri!, log, cancellation).ConfigureAwait(false);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
    }

    // Of many requests that bore one refused token the first forgets it; the others find a new one already.
    public override bool Forget(HttpRequestMessage refused)
    {
        if (current is { } token && Bore(refused, token))
            current = null;
        return true;
    }

    public override string Doubts(HttpRequestMessage refused) =>
        new AccessToken(refused.Headers.Authorization!.Parameter!, null).Doubts(refused.RequestUri!, Clock.Now);

    /// <summary>Has a token from its source, and keeps it. Called by any number of requests at once.</summary>
    protected abstract Task<AccessToken> HaveAsync(Uri address, ServiceLog log, CancellationToken cancellation);

    protected AccessToken Keep(AccessToken token)
    {
        var earliest = Clock.Now + BetweenRenewals;
        var renewal = token.ExpiresOn is { } end ? end - BeforeExpiry : DateTimeOffset.MaxValue;
        Interlocked.Exchange(ref renewAt, (renewal > earliest ? renewal : earliest).UtcTicks);
        current = token;
        return token;
    }

    private async Task<AccessToken> RenewAsync(Uri address, ServiceLog log, CancellationToken cancellation)
    {
        try
        {
            return await HaveAsync(address, log, cancellation).ConfigureAwait(false);
        }
        catch (LanguageServiceException e) when (current is { } token && token.ExpiresOn > Clock.Now)
        {
            log.Verbose(FormattableString.Invariant($"{e.Message} The present access token is used until it expires at {token.ExpiresOn:u}."));
            return Keep(token);
        }
    }

    private static bool Bore(HttpRequestMessage request, AccessToken token) => request.Headers.Authorization?.Parameter == token.Value;
}
