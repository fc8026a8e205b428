using System.Text.Json;
using System.Text.Json.Nodes;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>The <c>results</c> of a saved task, of which one page is written. Failed documents come after the good ones.</summary>
internal readonly struct SavedResults(JsonObject results)
{
    private readonly JsonArray documents = results["documents"] as JsonArray ?? [];
    private readonly JsonArray errors = results["errors"] as JsonArray ?? [];

    public int Count => documents.Count + errors.Count;

    public void Write(Utf8JsonWriter writer, JobRequest request)
    {
        var good = documents.Take(request.Page.Slice(documents.Count)).ToList();
        var bad = errors.Take(request.Page.Slice(errors.Count, documents.Count)).ToList();
        writer.WriteStartObject();
        if (request.ShowStats)
            WriteStatistics(writer, good, bad.Count);
        foreach (var (name, value) in results)
            WriteMember(writer, request, name, value, good, bad);
        writer.WriteEndObject();
    }

    private static void WriteMember(
        Utf8JsonWriter writer, JobRequest request, string name, JsonNode? value, List<JsonNode?> good, List<JsonNode?> bad)
    {
        if (name == "statistics")
            return;
        writer.WritePropertyName(name);
        if (name == "documents" && value is JsonArray)
            WriteArray(writer, good, document => WriteDocument(writer, document, request.ShowStats));
        else if (name == "errors" && value is JsonArray)
            WriteArray(writer, bad, error => SavedJob.WriteValue(writer, error));
        else
            SavedJob.WriteValue(writer, value);
    }

    private static void WriteArray(Utf8JsonWriter writer, List<JsonNode?> nodes, Action<JsonNode?> write)
    {
        writer.WriteStartArray();
        nodes.ForEach(write);
        writer.WriteEndArray();
    }

    private static void WriteDocument(Utf8JsonWriter writer, JsonNode? document, bool showStats)
    {
        if (showStats || document is not JsonObject members)
        {
            SavedJob.WriteValue(writer, document);
            return;
        }
        writer.WriteStartObject();
        foreach (var (name, value) in members.Where(member => member.Key != "statistics"))
        {
            writer.WritePropertyName(name);
            SavedJob.WriteValue(writer, value);
        }
        writer.WriteEndObject();
    }

    // The service counts the page it sends, not the whole task.
    private static void WriteStatistics(Utf8JsonWriter writer, List<JsonNode?> good, int bad)
    {
        writer.WriteStartObject("statistics");
        writer.WriteNumber("documentsCount", good.Count + bad);
        writer.WriteNumber("validDocumentsCount", good.Count);
        writer.WriteNumber("erroneousDocumentsCount", bad);
        writer.WriteNumber("transactionsCount", good.Sum(Transactions));
        writer.WriteEndObject();
    }

    private static long Transactions(JsonNode? document) =>
        document is JsonObject members && members["statistics"] is JsonObject statistics
            && statistics["transactionsCount"] is JsonValue value && value.TryGetValue(out long count)
            ? count
            : 1;
}
