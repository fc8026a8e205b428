namespace LanguageJobs;

/// <summary>
/// A connection to a Language resource: where it is, which version of the API it speaks, and, hidden, the credential.
/// All commands that use it share its sockets, its request budget and the pauses that the service asks for.
/// </summary>
public sealed class LanguageConnection : IDisposable
{
    /// <summary>The API version of a connection that is given none: it is found out with the first request.</summary>
    public const string DefaultApiVersion = "auto";

    /// <summary>The requests a minute that the service allows a resource.</summary>
    public const int DefaultRequestsPerMinute = 1000;

    /// <summary>How often a failed request is repeated when nothing else is said.</summary>
    public const int DefaultMaximumRetryCount = 5;

    internal LanguageConnection(IDisposable service) => Service = service;

    /// <summary>The endpoint, for example <c>https://contoso.cognitiveservices.azure.com</c>.</summary>
    public string Endpoint { get; internal init; } = "";

    /// <summary>The API version that requests name, unless a job's address brings its own; <c>auto</c> when it is found out.</summary>
    public string ApiVersion { get; internal init; } = "";

    /// <summary>The API version that was found at the endpoint; null before the first request, and when a version was given.</summary>
    public string? DetectedApiVersion { get; internal set; }

    /// <summary>How requests prove who asks: <c>Key</c>, <c>AccessToken</c>, <c>TokenProvider</c> or <c>ManagedIdentity</c>.</summary>
    public string Authentication { get; internal init; } = "";

    /// <summary>The most requests sent in any minute; 0 means no limit.</summary>
    public int RequestsPerMinute { get; internal init; }

    /// <summary>How often a failed request is retried.</summary>
    public int MaximumRetryCount { get; internal init; }

    /// <summary>What sends the requests. It belongs to the part that talks to the service and means nothing here.</summary>
    internal IDisposable Service { get; }

    /// <summary>Closes the connection's sockets. Requests that are under way fail.</summary>
    public void Dispose() => Service.Dispose();

    /// <summary>The endpoint and the API version.</summary>
    public override string ToString() => $"{Endpoint} ({DetectedApiVersion ?? ApiVersion})";
}
