namespace LanguageJobs.Emulator.Http;

/// <summary>What the parts of the emulator note about a request on its way: for its log line and the list of requests.</summary>
internal sealed class RequestTrace
{
    public string RequestId { get; } = Guid.NewGuid().ToString();

    public JobOperation? Operation { get; set; }

    public string? Fault { get; set; }

    public string? Reason { get; set; }

    /// <returns>The request's trace, or null for requests that are not traced, such as those for control.</returns>
    public static RequestTrace? Of(HttpContext context) => context.Features.Get<RequestTrace>();
}
