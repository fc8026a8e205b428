using System.Text.Json;
using System.Text.Json.Nodes;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>The <c>tasks</c> member of a saved body, in any dialect: <c>items[]</c>, <c>…Tasks[]</c> or <c>tasks.…Tasks[]</c>.</summary>
internal sealed class SavedTasks
{
    private readonly JsonObject? tasks;
    private readonly Dictionary<JsonNode, int> order = [];

    public SavedTasks(JsonObject? tasks)
    {
        this.tasks = tasks;
        foreach (var task in Lists(tasks).SelectMany(list => list).OfType<JsonObject>())
            order.Add(task, order.Count);
    }

    /// <summary>The documents of the longest task that is finished: what paging pages through.</summary>
    public int CountDocuments(JobProgress progress) =>
        order.Where(task => progress.HasFinished(task.Value, order.Count))
            .Select(task => task.Key["results"] is JsonObject results ? new SavedResults(results).Count : 0)
            .DefaultIfEmpty(0)
            .Max();

    public void Write(Utf8JsonWriter writer, JobRequest request, JobProgress progress) =>
        WriteObject(writer, request, progress, tasks!);

    private static IEnumerable<JsonArray> Lists(JsonObject? owner)
    {
        if (owner is null)
            yield break;
        foreach (var (name, value) in owner)
        {
            if (value is JsonArray list && IsTaskList(name))
                yield return list;
            else if (name == "tasks" && value is JsonObject inner)
                foreach (var nested in Lists(inner))
                    yield return nested;
        }
    }

    private static bool IsTaskList(string name) => name == "items" || name.EndsWith("Tasks", StringComparison.Ordinal);

    private void WriteObject(Utf8JsonWriter writer, JobRequest request, JobProgress progress, JsonObject owner)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in owner)
        {
            if (value is JsonArray list && IsTaskList(name))
                WriteList(writer, request, progress, name, list);
            else
                WriteOther(writer, request, progress, name, value);
        }
        writer.WriteEndObject();
    }

    private void WriteOther(Utf8JsonWriter writer, JobRequest request, JobProgress progress, string name, JsonNode? value)
    {
        var finished = progress.Stage == JobStage.Finished;
        writer.WritePropertyName(name);
        if (name == "tasks" && value is JsonObject inner)
            WriteObject(writer, request, progress, inner);
        else if (name == "details" && value is JsonObject details && !finished)
            WriteDetails(writer, progress, details);
        else if (name is "completed" or "failed" or "inProgress" && !finished)
            writer.WriteNumberValue(CountTasks(name, progress));
        else
            SavedJob.WriteValue(writer, value);
    }

    private static void WriteDetails(Utf8JsonWriter writer, JobProgress progress, JsonObject details)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in details)
        {
            writer.WritePropertyName(name);
            if (name == "status")
                writer.WriteStringValue(progress.Word);
            else
                SavedJob.WriteValue(writer, value);
        }
        writer.WriteEndObject();
    }

    private int CountTasks(string name, JobProgress progress)
    {
        var finished = order.Where(task => progress.HasFinished(task.Value, order.Count)).ToList();
        var failed = finished.Count(task => HasFailed(task.Key));
        return name switch
        {
            "failed" => failed,
            "completed" => finished.Count - failed,
            _ => progress.Stage == JobStage.Cancelled ? 0 : order.Count - finished.Count,
        };
    }

    private static bool HasFailed(JsonNode task) =>
        (task["status"] ?? task["state"]) is JsonValue status && status.TryGetValue(out string? word) && word == "failed";

    private void WriteList(Utf8JsonWriter writer, JobRequest request, JobProgress progress, string name, JsonArray list)
    {
        var visible = list.OfType<JsonObject>().Where(task => progress.HasFinished(order[task], order.Count)).ToList();
        // A list by kind is left out while it is empty; items is written all the same.
        if (visible.Count == 0 && name != "items" && progress.Stage != JobStage.Finished)
            return;
        writer.WriteStartArray(name);
        foreach (var task in visible)
            WriteTask(writer, request, task);
        writer.WriteEndArray();
    }

    private static void WriteTask(Utf8JsonWriter writer, JobRequest request, JsonObject task)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in task)
        {
            writer.WritePropertyName(name);
            if (name == "results" && value is JsonObject results)
                new SavedResults(results).Write(writer, request);
            else
                SavedJob.WriteValue(writer, value);
        }
        writer.WriteEndObject();
    }
}
