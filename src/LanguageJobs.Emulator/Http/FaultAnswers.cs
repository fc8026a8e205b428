namespace LanguageJobs.Emulator.Http;

/// <summary>The answers of a service in trouble, as they were recorded.</summary>
internal static class FaultAnswers
{
    public static Answer TooManyRequests(string operation) => Answer.Error(new ServiceError(
        StatusCodes.Status429TooManyRequests,
        "429",
        $"Requests to the {operation} Operation under Microsoft Cognitive Language Service have exceeded rate limit of your current "
            + "TextAnalytics S pricing tier. Please retry after 1 second. Please contact Azure support service if you would like to "
            + "further increase the default rate limit.")) with
    {
        Headers = [("Retry-After", "1"), ("policy-id", "ResourceRateLimitBy1s")],
    };

    /// <returns>The answer of a fault, or null for one that cuts the connection.</returns>
    public static Answer? For(FaultKinds fault, JobOperation operation, string? jobId) => fault switch
    {
        FaultKinds.Timeout => Answer.Error(new ServiceError(StatusCodes.Status408RequestTimeout, "Timeout", "The operation was timeout.")),
        FaultKinds.TooManyRequests => TooManyRequests(operation.Words),
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
