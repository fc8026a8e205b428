using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>
/// The endpoint for tokens of a managed identity: the address that App Service, Functions and Automation put into
/// <c>IDENTITY_ENDPOINT</c>, else at the virtual machine's metadata service.
/// </summary>
internal sealed class ManagedIdentityEndpoint : IDisposable
{
    private const string MetadataService = "http://169.254.169.254";

    // Without a metadata service, a connection to its address may neither succeed nor fail.
    private static readonly TimeSpan UsualAttempt = TimeSpan.FromSeconds(10);

    private readonly HttpClient http;
    private readonly string query;

    private ManagedIdentityEndpoint(string address, string apiVersion, string? header, TimeSpan longestAttempt)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new LanguageServiceException(ServiceFailure.CredentialUnavailable, $"The managed identity endpoint '{address}' is not a valid address.");
        Address = uri;
        query = $"{(uri.Query.Length == 0 ? "?" : "&")}api-version={apiVersion}";
        // The endpoint is on this machine or next to it: no proxy can reach it.
        http = new HttpClient(new HttpClientHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { Timeout = longestAttempt };
        http.DefaultRequestHeaders.Add("Metadata", "true");
        if (header is not null)
            http.DefaultRequestHeaders.Add("X-IDENTITY-HEADER", header);
    }

    public Uri Address { get; }

    /// <summary>The endpoint of this process.</summary>
    /// <param name="longestAttempt">The timeout of one request; null for the default.</param>
    public static ManagedIdentityEndpoint FromEnvironment(TimeSpan? longestAttempt)
    {
        var patience = longestAttempt ?? UsualAttempt;
        if (Variable("IDENTITY_ENDPOINT") is { } endpoint && Variable("IDENTITY_HEADER") is { } header)
            return new ManagedIdentityEndpoint(endpoint, "2019-08-01", header, patience);
        // The variable by which Microsoft's SDKs find a metadata service at another address.
        var host = (Variable("AZURE_POD_IDENTITY_AUTHORITY_HOST") ?? MetadataService).TrimEnd('/');
        return new ManagedIdentityEndpoint($"{host}/metadata/identity/oauth2/token", "2018-02-01", null, patience);
    }

    public async Task<ManagedIdentityAnswer> AskAsync(string audience, string? clientId, CancellationToken cancellation)
    {
        var identity = clientId is null ? "" : $"&client_id={Uri.EscapeDataString(clientId)}";
        var address = new Uri($"{Address}{query}&resource={Uri.EscapeDataString(audience)}{identity}");
        try
        {
            using var response = await http.GetAsync(address, cancellation).ConfigureAwait(false);
            var body = TokenBody.Parse(await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false));
            return response.IsSuccessStatusCode && body.Token is { } token
                ? new ManagedIdentityAnswer { Token = new AccessToken(token, body.ExpiresOn) }
                : Refused(response, body.Error);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return new ManagedIdentityAnswer
            {
                Failure = $"No managed identity was found at {Address}. This machine or runbook is not in Azure, or has no managed identity.",
                IsSilence = e is OperationCanceledException,
            };
        }
        catch (FormatException e)
        {
            return new ManagedIdentityAnswer { Failure = $"The managed identity endpoint {Address} returned an unusable access token. {e.Message}" };
        }
    }

    public void Dispose() => http.Dispose();

    private ManagedIdentityAnswer Refused(HttpResponseMessage response, string? error)
    {
        var status = (int)response.StatusCode;
        var words = error is null ? "" : $" It says: {error.Trim()}";
        return new ManagedIdentityAnswer
        {
            Failure = $"The managed identity endpoint {Address} returned no access token ({status} {response.ReasonPhrase}).{words}",
            // The metadata service answers 410 while it is being updated.
            IsTransient = RetryPolicy.IsTransient(status) || status == 410,
            RetryAfter = RetryHint.Of(response, DateTimeOffset.UtcNow),
        };
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && value.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
