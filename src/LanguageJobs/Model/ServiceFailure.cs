namespace LanguageJobs;

/// <summary>What went wrong between the module and the service; each is the id of an error.</summary>
public enum ServiceFailure
{
    /// <summary>404: the job is unknown, or older than 24 hours and purged.</summary>
    JobNotFound,

    /// <summary>404, 410 or 400: the endpoint does not have the API, or not in this version.</summary>
    ApiNotFound,

    /// <summary>404: the endpoint does not know the project or its deployment.</summary>
    ProjectNotFound,

    /// <summary>401: the key or the token is not accepted.</summary>
    Unauthorized,

    /// <summary>No access token could be had: from the managed identity, or from the token provider.</summary>
    CredentialUnavailable,

    /// <summary>403: the credential is good but may not do this.</summary>
    Forbidden,

    /// <summary>403: the quota of the pricing tier is used up.</summary>
    QuotaExceeded,

    /// <summary>429 each time, or a 429 that asks to wait for more than ten minutes.</summary>
    TooManyRequests,

    /// <summary>400, 413 or another 4xx: the service does not accept the request.</summary>
    RequestRejected,

    /// <summary>408 or 5xx each time, or one that asks to wait for more than ten minutes.</summary>
    ServiceUnavailable,

    /// <summary>A submission may or may not have been accepted: the connection broke, or the service failed, after it was sent.</summary>
    SubmissionUncertain,

    /// <summary>No connection, or one that broke each time; an unknown host, an untrusted certificate or a proxy that refuses the login at once.</summary>
    ConnectionFailed,

    /// <summary>The connection was closed, by Disconnect-LanguageService or by its <c>Dispose</c>.</summary>
    ConnectionClosed,

    /// <summary>The answer is not what the service sends: no JSON, or JSON that ends early or is not a job.</summary>
    InvalidResponse,

    /// <summary>The answer redirects to another address; credentials are not sent along.</summary>
    RedirectRefused,

    /// <summary>An address leads to another host than the connection's; credentials are not sent there.</summary>
    AddressRefused,

    /// <summary>The API version has no such operation.</summary>
    NotSupported,

    /// <summary>A link to the next page leads to a page that was read already.</summary>
    NextLinkRepeated,
}
