namespace LanguageJobs;

/// <summary>A request to the service that failed for good: retries, where they make sense, are behind it.</summary>
public sealed class LanguageServiceException : Exception
{
    internal LanguageServiceException(ServiceFailure failure, string message, Exception? inner = null) : base(message, inner) =>
        Failure = failure;

    /// <summary>What went wrong.</summary>
    public ServiceFailure Failure { get; }

    /// <summary>The HTTP status; null when no answer came.</summary>
    public int? StatusCode { get; internal set; }

    /// <summary>The service's innermost code, for example <c>InvalidDocumentBatch</c>; null when it gave none.</summary>
    public string? Code { get; internal set; }

    /// <summary>The address of the request.</summary>
    public Uri? RequestUri { get; internal set; }

    /// <summary>The requests that failed, with the status of each, for messages about several of them.</summary>
    internal string? Requests { get; set; }

    /// <summary>The service's own words about the failure; null when it gave none.</summary>
    internal string? ServiceWords { get; set; }

    /// <summary>How long the service asks to wait before the next try; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; internal set; }

    /// <summary>True when the whole endpoint is concerned: no other request can succeed either.</summary>
    internal bool ConcernsEndpoint { get; set; }

    /// <summary>The id that the service's support asks for (header <c>apim-request-id</c>).</summary>
    public string? RequestId { get; internal set; }

    /// <summary>The same failure with more to say, or as a failure of another kind.</summary>
    internal LanguageServiceException With(string more, ServiceFailure? failure = null) => new(failure ?? Failure, Message + more, this)
    {
        StatusCode = StatusCode,
        Code = Code,
        ServiceWords = ServiceWords,
        RequestUri = RequestUri,
        RequestId = RequestId,
        RetryAfter = RetryAfter,
        ConcernsEndpoint = ConcernsEndpoint,
    };
}
