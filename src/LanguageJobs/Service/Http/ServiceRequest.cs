using System.Net.Http.Headers;

namespace LanguageJobs.Service;

/// <summary>A request to the service, and when it may be repeated.</summary>
internal sealed record ServiceRequest(HttpMethod Method, Uri Address)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>The body; null for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>
    /// True for a request that must not be carried out twice: it is repeated only if the service definitely did not accept it.
    /// </summary>
    public bool IsSubmission { get; init; }

    /// <summary>What is missing when the service itself answers 404.</summary>
    public ServiceFailure Missing { get; init; } = ServiceFailure.JobNotFound;

    /// <summary>False if the caller does its own retries.</summary>
    public bool Repeat { get; init; } = true;

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Address);
        if (Body is not null)
            message.Content = new SubmissionContent(Body) { Headers = { ContentType = Json } };
        return message;
    }
}
