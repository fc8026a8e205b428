using LanguageJobs.Service;
using LanguageJobs.Wire;

namespace LanguageJobs;

/// <summary>
/// A connection to a Language resource: where it is, which version of the API it speaks, and, hidden, the credential.
/// All commands that use it share its sockets, its request budget and the pauses that the service asks for.
/// </summary>
public sealed class LanguageConnection : IDisposable
{
    /// <summary>The API version that is used when none is named.</summary>
    public const string DefaultApiVersion = "v3.2-preview.2";

    /// <summary>The requests a minute that the service allows a resource.</summary>
    public const int DefaultRequestsPerMinute = 1000;

    /// <summary>How often a failed request is repeated when nothing else is said.</summary>
    public const int DefaultMaximumRetryCount = 5;

    private readonly ServiceCredential credential;

    /// <exception cref="FormatException">The endpoint or the API version is not usable, or the endpoint does not take such a credential.</exception>
    internal LanguageConnection(
        string endpoint,
        ServiceCredential credential,
        string? apiVersion = null,
        int requestsPerMinute = DefaultRequestsPerMinute,
        int maximumRetryCount = DefaultMaximumRetryCount,
        Clock? clock = null)
    {
        clock ??= Clock.System;
        this.credential = credential;
        Root = new ServiceEndpoint(endpoint);
        if (credential.NeedsSubdomain)
            Root.RequireSubdomain();
        ApiVersion = ApiDialect.For(apiVersion ?? DefaultApiVersion).Version;
        RequestsPerMinute = requestsPerMinute;
        MaximumRetryCount = maximumRetryCount;
        Transport = new ServiceTransport(
            Root, credential, new RetryPolicy(maximumRetryCount), new RequestGate(requestsPerMinute, clock), clock);
    }

    /// <summary>The endpoint, for example <c>https://contoso.cognitiveservices.azure.com</c>.</summary>
    public string Endpoint => Root.ToString();

    /// <summary>The API version that requests name, unless a job's address brings its own.</summary>
    public string ApiVersion { get; }

    /// <summary>How requests prove who asks: <c>Key</c>, <c>AccessToken</c>, <c>TokenProvider</c> or <c>ManagedIdentity</c>.</summary>
    public string Authentication => credential.Kind;

    /// <summary>At most so many requests are sent in any minute; 0 means no limit.</summary>
    public int RequestsPerMinute { get; }

    /// <summary>How often a failed request is repeated, where it may be.</summary>
    public int MaximumRetryCount { get; }

    internal ServiceEndpoint Root { get; }

    internal ServiceTransport Transport { get; }

    internal StringPool Words { get; } = new();

    /// <summary>Closes the connection's sockets. Requests that are under way fail.</summary>
    public void Dispose() => Transport.Dispose();

    /// <summary>The endpoint and the API version.</summary>
    public override string ToString() => $"{Endpoint} ({ApiVersion})";
}
