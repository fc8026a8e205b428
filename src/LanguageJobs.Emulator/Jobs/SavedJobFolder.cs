using System.Text.Json;
using System.Text.Json.Nodes;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>Reads a folder of saved job bodies.</summary>
internal static class SavedJobFolder
{
    /// <exception cref="InvalidDataException">A file is not JSON, is no job body, or repeats another file's job id.</exception>
    public static void Load(string folder, JobStore store, Func<JobTimeline> timeline)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The folder of saved jobs '{folder}' does not exist.");
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var body = Read(file);
            var id = body["jobId"] is JsonValue value && value.TryGetValue(out string? text) ? text : Path.GetFileNameWithoutExtension(file);
            if (!store.TryAdd(new SavedJob(id, body, timeline())))
                throw new InvalidDataException($"'{file}' has the job id '{id}', which another file has already.");
        }
    }

    private static JsonObject Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            // Duplicate members show only when they are touched, so touch them here and not in the middle of an answer.
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
            return JsonNode.Parse(stream, documentOptions: options) is JsonObject body && body["tasks"] is JsonObject
                ? body
                : throw new InvalidDataException($"'{file}' is JSON, but no job body: it has no object 'tasks'.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{file}' is not JSON: {e.Message}", e);
        }
    }
}
