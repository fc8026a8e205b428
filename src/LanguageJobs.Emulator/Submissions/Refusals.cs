using LanguageJobs.Emulator.Http;
using LanguageJobs.Emulator.Jobs;

namespace LanguageJobs.Emulator.Submissions;

/// <summary>Why a submission is refused, in the service's words where a recording knows them.</summary>
internal static class Refusals
{
    public static RefusedException EmptyBody() => Invalid("Invalid Request.", "EmptyRequest", "Request body must be present.");

    public static RefusedException BodyFormat(string message) => Invalid("Invalid Request.", "InvalidRequestBodyFormat", message);

    public static RefusedException WrongType(string member, string expected) => BodyFormat($"Member '{member}' must be {expected}.");

    public static RefusedException TooManyBytes(int limit) => TooLarge(ApiGeneration.Language, limit);

    public static RefusedException TooManyDocuments(ApiGeneration generation, int limit) => Documents(
        generation, "InvalidDocumentBatch", $"Batch request contains too many records. Max {limit} records are permitted.");

    public static RefusedException NoDocuments(ApiGeneration generation) =>
        Documents(generation, "InvalidDocumentBatch", "Missing input documents.");

    public static RefusedException NoText(ApiGeneration generation) =>
        Documents(generation, "InvalidDocumentBatch", "Document text is empty.");

    public static RefusedException NoId(ApiGeneration generation) =>
        Documents(generation, "InvalidDocument", "Request contains a document without Id. Make sure each document has a unique Id.");

    public static RefusedException DuplicateIds(ApiGeneration generation) => Documents(
        generation, "InvalidDocument", "Request contains duplicated Ids. Make sure each document has a unique Id.");

    public static RefusedException TooLarge(ApiGeneration generation, int limit) => new(new ServiceError(
        StatusCodes.Status413PayloadTooLarge, "InvalidRequest", DocumentMessage(generation))
    {
        InnerCode = "InvalidDocumentBatch",
        InnerMessage = $"Request Payload sent is too large to be processed. Limit request size to: {limit}",
    });

    public static RefusedException NoTasks() => Task("Missing tasks. Request at least one task.");

    // The service leaves two blanks where the name would be when there is none.
    public static RefusedException DuplicateTask(TaskKind kind, string? name) =>
        Task($"Duplicate task name {name} for task type {kind}. Make sure each task under a task type has a unique name");

    public static RefusedException UnknownKind(string kind) => Parameter(
        kind, $"Task kind '{kind}' is not served here. Supported kinds are {string.Join(", ", Enum.GetNames<TaskKind>())}.");

    public static RefusedException MissingParameter(TaskKind kind, string name) =>
        Parameter(kind.ToString(), $"Job task parameter {name} is required for job task type {kind}.");

    public static RefusedException BadParameter(TaskKind kind, string name, string value, string supported) => Parameter(
        kind.ToString(),
        $"Job task parameter value '{value}' is not supported for {name} parameter for job task type {kind}. Supported values {supported}.");

    /// <summary>"document" was written small by the older API and large by the newer.</summary>
    public static string DocumentMessage(ApiGeneration generation) =>
        generation == ApiGeneration.TextAnalytics ? "Invalid document in request." : "Invalid Document in request.";

    private static RefusedException Documents(ApiGeneration generation, string innerCode, string innerMessage) =>
        Invalid(DocumentMessage(generation), innerCode, innerMessage);

    private static RefusedException Task(string message) => Invalid("InvalidTask in AnalyzeInput", "InvalidRequestBodyFormat", message);

    private static RefusedException Parameter(string task, string message) =>
        new(ServiceErrors.InvalidRequest(
            "Invalid Request.",
            "InvalidParameterValue",
            $"Job task: '{task}' failed with validation errors: ['Invalid parameter in request']") with
        {
            Detail = ServiceErrors.InvalidRequest("Invalid Request.", "InvalidParameterValue", message),
        });

    private static RefusedException Invalid(string message, string innerCode, string innerMessage) =>
        new(ServiceErrors.InvalidRequest(message, innerCode, innerMessage));
}
