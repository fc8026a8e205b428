using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>What an answer that is not a success means.</summary>
internal static class ServiceAnswer
{
    public static LanguageServiceException Explain(Uri address, HttpResponseMessage response, ErrorBody? error, string doubts = "")
    {
        var status = (int)response.StatusCode;
        var failure = Classify(status, error);
        return new LanguageServiceException(failure, Message(failure, address, status, response, error) + doubts)
        {
            StatusCode = status,
            Code = error?.Code,
            RequestUri = address,
            RequestId = response.Headers.TryGetValues("apim-request-id", out var ids) ? ids.FirstOrDefault() : null,
        };
    }

    private static ServiceFailure Classify(int status, ErrorBody? error) => status switch
    {
        401 => ServiceFailure.Unauthorized,
        // Recorded for a free tier that is used up; it says to come back in days.
        403 when error?.Message?.Contains("quota") == true || error?.Code == "QuotaExceeded" => ServiceFailure.QuotaExceeded,
        403 => ServiceFailure.Forbidden,
        404 => ServiceFailure.JobNotFound,
        408 => ServiceFailure.ServiceUnavailable,
        429 => ServiceFailure.TooManyRequests,
        >= 300 and < 400 => ServiceFailure.RedirectRefused,
        >= 400 and < 500 => ServiceFailure.RequestRejected,
        >= 500 => ServiceFailure.ServiceUnavailable,
        _ => ServiceFailure.InvalidResponse,
    };

    private static string Message(ServiceFailure failure, Uri address, int status, HttpResponseMessage response, ErrorBody? error)
    {
        var request = $"{status} from {address}";
        var words = error is { Message: { } message } ? $" The service says: {message}" : "";
        return failure switch
        {
            ServiceFailure.JobNotFound =>
                $"There is no such job ({request}): the id is unknown at this endpoint, or the job is older than 24 hours, when results are purged.{words}",
            ServiceFailure.RedirectRefused =>
                $"The service at {address} redirects to {response.Headers.Location} ({status}). The credential is not sent along.",
            ServiceFailure.InvalidResponse => $"An answer that was not expected: {request}.{words}",
            _ => $"The service refuses the request: {request} {response.ReasonPhrase}.{words}",
        };
    }
}
