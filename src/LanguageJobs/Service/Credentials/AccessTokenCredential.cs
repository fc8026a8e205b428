using System.Net.Http.Headers;

namespace LanguageJobs.Service;

/// <summary>A Microsoft Entra access token that is used until it expires.</summary>
internal sealed class AccessTokenCredential(AccessToken token) : ServiceCredential
{
    public override string Kind => "AccessToken";

    public override bool NeedsSubdomain => true;

    public override Task ApplyAsync(HttpRequestMessage request, ServiceLog log, CancellationToken cancellation)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return Task.CompletedTask;
    }

    public override string Doubts(HttpRequestMessage refused) => token.Doubts(refused.RequestUri!, DateTimeOffset.UtcNow);
}
