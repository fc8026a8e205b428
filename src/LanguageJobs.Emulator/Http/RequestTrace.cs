namespace LanguageJobs.Emulator.Http;

/// <summary>A request on its way: what its log line and the list of requests will say about it.</summary>
internal sealed class RequestTrace(DateTimeOffset arrived, string method, string target)
{
    public string RequestId { get; } = Guid.NewGuid().ToString();

    public string Method => method;

    /// <summary>The path and query as they were sent: with their escapes, and with slashes that were taken for one.</summary>
    public string Target => target;

    public JobOperation? Operation { get; set; }

    public string? Fault { get; set; }

    public string? Reason { get; set; }

    /// <summary>The status of the answer; null as long as there is none.</summary>
    public int? Status { get; set; }

    /// <returns>The request's trace, or null for requests that are not traced, such as those for control.</returns>
    public static RequestTrace? Of(HttpContext context) => context.Features.Get<RequestTrace>();

    public RequestRecord ToRecord() => new(arrived, method, target, Status, RequestId)
    {
        Operation = Operation,
        Fault = Fault,
        Reason = Reason,
    };
}
