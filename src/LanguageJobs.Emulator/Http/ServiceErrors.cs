namespace LanguageJobs.Emulator.Http;

/// <summary>The errors that the service is known to answer with.</summary>
internal static class ServiceErrors
{
    public static readonly ServiceError AccessDenied = new(
        StatusCodes.Status401Unauthorized,
        "401",
        "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active "
            + "subscription and use a correct regional API endpoint for your resource.");

    /// <summary>What the gateway says before the service is reached: a wrong path, or no api-version.</summary>
    public static readonly ServiceError ResourceNotFound = new(StatusCodes.Status404NotFound, "404", "Resource not found");

    /// <summary>The emulator itself is at fault; its log says how.</summary>
    public static readonly ServiceError OwnFault = new(
        StatusCodes.Status500InternalServerError, "InternalServerError", "The emulator failed on this request. Its log has the details.");

    /// <summary>A refusal whose reason only the log tells.</summary>
    public static ServiceError Because(this ServiceError error, string reason) => error with { Reason = reason };

    public static ServiceError JobNotFound(string id) => new(
        StatusCodes.Status404NotFound,
        "NotFound",
        $"Job with id {id} was not found. Results are available for 24 hours after a job was created.");

    public static ServiceError CannotCancel(string id) => new(
        StatusCodes.Status400BadRequest, "InvalidRequest", $"Failed to cancel job with job id {id} as its already completed.");

    public static ServiceError InvalidParameter(string name, string value, string expected) => InvalidRequest(
        "Invalid parameter in request",
        "InvalidParameterValue",
        $"Parameter value '{value}' is not supported for {name} parameter. {expected}");

    public static ServiceError InvalidRequest(string message, string innerCode, string innerMessage) =>
        new(StatusCodes.Status400BadRequest, "InvalidRequest", message) { InnerCode = innerCode, InnerMessage = innerMessage };
}
