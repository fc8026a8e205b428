using System.Text.RegularExpressions;
using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>Turns an answer that is not a success into a failure.</summary>
internal static class ServiceAnswer
{
    public static LanguageServiceException Explain(ServiceRequest request, HttpResponseMessage response, ErrorBody? error, string doubts = "")
    {
        var status = (int)response.StatusCode;
        var failure = Classify(request, status, error);
        return new LanguageServiceException(failure, Message(failure, request.Address, status, response, error) + doubts)
        {
            StatusCode = status,
            Code = error?.Code,
            ServiceWords = error?.Message,
            Requests = $"{status} from {request.Address}",
            RequestUri = request.Address,
            RequestId = response.Headers.TryGetValues("apim-request-id", out var ids) ? ids.FirstOrDefault() : null,
        };
    }

    /// <summary>One error for several requests in which the same thing was not found, each in another API version.</summary>
    public static LanguageServiceException Combine(IReadOnlyList<LanguageServiceException> failures)
    {
        // The service's own message is more useful than a gateway's.
        var told = failures.FirstOrDefault(failure => IsInWords(failure.Code)) ?? failures[0];
        var requests = string.Join(", ", failures.Select(failure => failure.Requests));
        return new LanguageServiceException(told.Failure, NotFound(told.Failure, requests, told.ServiceWords), told)
        {
            StatusCode = told.StatusCode,
            Code = told.Code,
            ServiceWords = told.ServiceWords,
            Requests = requests,
            RequestUri = told.RequestUri,
            RequestId = told.RequestId,
        };
    }

    /// <summary>True for an error code of the service itself, such as <c>NotFound</c>. A gateway repeats the status: <c>404</c>.</summary>
    public static bool IsInWords(string? code) => code?.Any(char.IsLetter) == true;

    private static ServiceFailure Classify(ServiceRequest request, int status, ErrorBody? error) => status switch
    {
        400 when NamesApiVersion(error?.Code) || NamesApiVersion(error?.Message) => ServiceFailure.ApiNotFound,
        401 => ServiceFailure.Unauthorized,
        // Recorded for a free tier that is used up; it says to come back in days.
        403 when error?.Message?.Contains("quota") == true || error?.Code == "QuotaExceeded" => ServiceFailure.QuotaExceeded,
        403 => ServiceFailure.Forbidden,
        404 => IsInWords(error?.Code) ? request.Missing : ServiceFailure.ApiNotFound,
        408 => ServiceFailure.ServiceUnavailable,
        410 => ServiceFailure.ApiNotFound,
        429 => ServiceFailure.TooManyRequests,
        >= 300 and < 400 => ServiceFailure.RedirectRefused,
        >= 400 and < 500 => ServiceFailure.RequestRejected,
        >= 500 => ServiceFailure.ServiceUnavailable,
        _ => ServiceFailure.InvalidResponse,
    };

    // As a parameter (api-version) or inside a code (InvalidApiVersionParameter).
    private static bool NamesApiVersion(string? text) =>
        text is not null && Regex.IsMatch(text, "api[- ]?version", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static string Message(ServiceFailure failure, Uri address, int status, HttpResponseMessage response, ErrorBody? error)
    {
        var request = $"{status} from {address}";
        return failure switch
        {
            ServiceFailure.JobNotFound or ServiceFailure.ApiNotFound or ServiceFailure.ProjectNotFound => NotFound(failure, request, error?.Message),
            ServiceFailure.RedirectRefused =>
                $"The service at {address} redirects to {response.Headers.Location} ({status}). The redirect was not followed, to protect the credential.",
            ServiceFailure.InvalidResponse => $"Unexpected response: {request}.{Quote(error?.Message)}",
            _ => $"The request failed ({Status(status, response.ReasonPhrase)} from {address}).{Quote(error?.Message)}",
        };
    }

    private static string NotFound(ServiceFailure failure, string requests, string? words) => (failure switch
    {
        ServiceFailure.ApiNotFound => $"This endpoint has no such API ({requests}): check the endpoint and -ApiVersion.",
        ServiceFailure.ProjectNotFound => $"This endpoint does not know the project or its deployment ({requests}).",
        _ => $"There is no such job ({requests}): the id is unknown at this endpoint, or the job is older than 24 hours and was deleted.",
    }) + Quote(words);

    private static string Status(int status, string? reason) => string.IsNullOrEmpty(reason) ? $"{status}" : $"{status} {reason}";

    private static string Quote(string? words) => words is null ? "" : $" The service says: {words}{(words.EndsWith(".", StringComparison.Ordinal) ? "" : ".")}";
}
