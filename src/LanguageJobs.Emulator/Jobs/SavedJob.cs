using System.Text.Json;
using System.Text.Json.Nodes;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>A job whose body was saved. It keeps the dialect it was saved in; status, paging and statistics are worked out anew.</summary>
internal sealed class SavedJob(string id, JsonObject body, JobTimeline timeline) : IJob
{
    private readonly SavedTasks tasks = new(body["tasks"] as JsonObject);

    public string Id => id;

    public string? DisplayName { get; } = (body["displayName"] as JsonValue)?.ToString();

    public JobTimeline Timeline => timeline;

    /// <summary>What was saved is kept: the body's own expiry has long passed.</summary>
    public DateTimeOffset Expires => DateTimeOffset.MaxValue;

    public Task Prepare() => Task.CompletedTask;

    public void Write(Utf8JsonWriter writer, JobRequest request, JobProgress progress)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in body)
            WriteMember(writer, request, progress, name, value);
        if (request.Page.Next(tasks.CountDocuments(progress)) is { } next)
            writer.WriteString(request.NextLinkName, request.LinkTo(next));
        writer.WriteEndObject();
    }

    private void WriteMember(Utf8JsonWriter writer, JobRequest request, JobProgress progress, string name, JsonNode? value)
    {
        var finished = progress.Stage == JobStage.Finished;
        switch (name)
        {
            // A saved link leads to where the body came from; this emulator writes its own.
            case "nextLink" or "@nextLink":
            case "statistics" when !request.ShowStats:
                break;
            case "status" when !finished:
                writer.WriteString(name, progress.Word);
                break;
            case "errors" when !finished:
                writer.WriteStartArray(name);
                writer.WriteEndArray();
                break;
            case "tasks" when value is JsonObject:
                writer.WritePropertyName(name);
                tasks.Write(writer, request, progress);
                break;
            default:
                writer.WritePropertyName(name);
                WriteValue(writer, value);
                break;
        }
    }

    internal static void WriteValue(Utf8JsonWriter writer, JsonNode? value)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            value.WriteTo(writer);
    }
}
