using System.Text.Json;
using System.Text.Json.Nodes;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>Reads the body of a saved job.</summary>
internal static class SavedJobBody
{
    // Duplicate members show only when they are touched, so touch them here and not in the middle of an answer.
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <param name="json">The body.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <exception cref="InvalidDataException">It is not JSON, or not the body of a job.</exception>
    public static JsonObject Parse(string json, string name)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Options) is JsonObject body && body["tasks"] is JsonObject
                ? body
                : throw new InvalidDataException($"{name} is JSON, but not the body of a job: it has no object 'tasks'.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{name} is not JSON: {e.Message}", e);
        }
    }

    public static string? IdOf(JsonObject body) => body["jobId"] is JsonValue value && value.TryGetValue(out string? id) ? id : null;
}
