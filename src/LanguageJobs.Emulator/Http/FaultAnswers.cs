using System.Globalization;
using System.Text;

namespace LanguageJobs.Emulator.Http;

/// <summary>The answers of a service in trouble, as they were recorded.</summary>
internal static class FaultAnswers
{
    private const string RetryAfter = "Retry-After";

    private static readonly Dictionary<string, string> EmptyHeaders = [];

    public static Answer TooManyRequests(JobOperation operation, TimeSpan wait)
    {
        var seconds = WholeSeconds(wait);
        return Answer.Error(new ServiceError(
            StatusCodes.Status429TooManyRequests,
            "429",
            $"Requests to the {WordsFor(operation)} Operation under Microsoft Cognitive Language Service have exceeded rate limit of your current "
                + $"TextAnalytics S pricing tier. Please retry after {seconds} second{(seconds == "1" ? "" : "s")}. Please contact Azure support "
                + "service if you would like to further increase the default rate limit.")) with
        {
            Headers = [(RetryAfter, seconds), ("policy-id", "ResourceRateLimitBy1s")],
        };
    }

    /// <returns>The answer of a fault, or null for one that cuts the connection.</returns>
    public static Answer? For(PlannedFault fault, JobOperation operation, string? jobId)
    {
        var answer = fault.Status is { } status ? Planned(fault, status) : OfKind(fault, operation, jobId);
        return answer is null || fault.RetryAfter is not { } wait ? answer : answer with
        {
            Headers = [.. answer.Headers.Where(header => header.Name != RetryAfter), (RetryAfter, WholeSeconds(wait))],
        };
    }

    private static Answer? OfKind(PlannedFault fault, JobOperation operation, string? jobId) => fault.Kind switch
    {
        FaultKinds.Timeout => Answer.Error(new ServiceError(StatusCodes.Status408RequestTimeout, "Timeout", "The operation was timeout.")),
        FaultKinds.TooManyRequests => TooManyRequests(operation, fault.RetryAfter ?? TimeSpan.FromSeconds(1)),
        FaultKinds.InternalServerError when operation == JobOperation.Cancel => Answer.Error(new ServiceError(
            StatusCodes.Status500InternalServerError, "InternalServerError", $"Could not cancel job with id {jobId}")),
        FaultKinds.InternalServerError => Answer.Json(StatusCodes.Status500InternalServerError, WriteInternalServerError),
        FaultKinds.ServiceUnavailable => Answer.Error(new ServiceError(
            StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "The service is temporarily unavailable. Please retry later.")),
        FaultKinds.GatewayTimeout => new Answer(StatusCodes.Status504GatewayTimeout, "upstream request timeout"u8.ToArray())
        {
            ContentType = "text/plain",
        },
        _ => null,
    };

    private static Answer Planned(PlannedFault fault, int status) => new(status, Encoding.UTF8.GetBytes(fault.Body ?? ""))
    {
        ContentType = fault.Body?.StartsWith('{') == true ? "application/json; charset=utf-8" : "text/plain",
        Headers = [.. (fault.Headers ?? EmptyHeaders).Select(header => (header.Key, header.Value))],
    };

    // Rounded up: who comes back a moment too early would be refused again.
    private static string WholeSeconds(TimeSpan time) =>
        Math.Max(1, (long)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static string WordsFor(JobOperation operation) => operation switch
    {
        JobOperation.Submit => "Submit text analysis job",
        JobOperation.Get => "Get analysis status and results",
        _ => "Cancel text analysis job",
    };

    // This one error spells "innerError" with a capital and has no code inside.
    private static void WriteInternalServerError(System.Text.Json.Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("code", "InternalServerError");
        writer.WriteStartObject("innerError");
        writer.WriteString("requestId", Guid.NewGuid());
        writer.WriteEndObject();
        writer.WriteString("message", "Internal server error");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
