using System.Net;
using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>The implementation of a <see cref="LanguageConnection"/>: the endpoint, and what sends requests to it.</summary>
internal sealed class ServiceConnection : IDisposable
{
    private ServiceConnection(ServiceEndpoint root, ServiceTransport transport, VersionSearch? versions, Clock clock)
    {
        Clock = clock;
        Root = root;
        Transport = transport;
        Versions = versions;
    }

    public Clock Clock { get; }

    public ServiceEndpoint Root { get; }

    public ServiceTransport Transport { get; }

    /// <summary>What finds the API version out; null when one was given.</summary>
    public VersionSearch? Versions { get; }

    /// <summary>Strings that occur repeatedly in this resource's answers.</summary>
    public StringPool Words { get; } = new();

    /// <summary>Opens a connection. Nothing is sent before the first request.</summary>
    /// <exception cref="FormatException">The endpoint or the API version is not usable, or the endpoint does not take such a credential.</exception>
    public static LanguageConnection Open(
        string endpoint,
        ServiceCredential credential,
        string? apiVersion = null,
        int requestsPerMinute = LanguageConnection.DefaultRequestsPerMinute,
        int maximumRetryCount = LanguageConnection.DefaultMaximumRetryCount,
        IWebProxy? proxy = null,
        Clock? clock = null,
        Func<HttpClient>? http = null)
    {
        clock ??= Clock.System;
        var root = new ServiceEndpoint(endpoint);
        if (proxy is not null && root.IsLoopback)
            throw new FormatException("A proxy cannot be used for an endpoint on this machine: requests to it never leave the machine.");
        if (credential.NeedsSubdomain)
            root.RequireSubdomain();
        var version = apiVersion is null || ApiVersions.IsAuto(apiVersion) ? null : ApiDialect.For(apiVersion).Version;
        var exchange = new ServiceExchange(
            credential, new SocketPool(http ?? (() => ServiceHttp.Open(root, proxy)), clock), new ServiceTime(clock), clock);
        var transport = new ServiceTransport(
            root, exchange, new RetryPolicy(maximumRetryCount), new RequestGate(requestsPerMinute, clock), clock);
        return new LanguageConnection(new ServiceConnection(root, transport, version is null ? new VersionSearch(ApiVersions.Candidates) : null, clock))
        {
            Endpoint = root.ToString(),
            ApiVersion = version ?? ApiVersions.Auto,
            Authentication = credential.Kind,
            RequestsPerMinute = requestsPerMinute,
            MaximumRetryCount = maximumRetryCount,
        };
    }

    /// <summary>The implementation of a connection.</summary>
    public static ServiceConnection Of(LanguageConnection connection) => (ServiceConnection)connection.Service;

    public void Dispose() => Transport.Dispose();
}
