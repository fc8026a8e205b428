using System.Buffers;
using System.Text;
using System.Text.Json;

namespace LanguageJobs.Benchmarks.Jobs;

/// <summary>
/// Writes the body of a finished job as the service does: compact, members in its order, times without a fraction, scores
/// with two decimals. The same number always gives the same job.
/// </summary>
public static class JobText
{
    /// <summary>The most that a request may hold.</summary>
    public const int Documents = 25;

    public const int EntitiesPerDocument = 40;

    public const int Rows = Documents * EntitiesPerDocument;

    private static readonly string[] Categories =
        ["person", "organization", "location", "contractNumber", "effectiveDate", "amountDue", "governingLaw", "noticePeriod"];

    private static readonly string[] Words =
        ["Contoso", "Fabrikam", "Ltd.", "Zürich", "Maria", "Sánchez", "agreement", "30 days", "EUR", "1,250.00", "March", "2025", "State of", "Washington", "№ 4711", "O'Hara"];

    public static string JobId(int number) => $"{number:x8}-5717-4562-b3fc-2c963f66afa6";

    /// <summary>A job in the form of the Language API, 2022-05-01 and later. Its documents are numbered on from the first one.</summary>
    public static byte[] Language(int number, int documents = Documents, int entities = EntitiesPerDocument, int firstDocument = 0) => Write(json =>
    {
        Head(json, number, "lastUpdatedDateTime");
        json.WriteStartArray("items");
        json.WriteStartObject();
        json.WriteString("kind", "CustomEntityRecognitionLROResults");
        Task(json, number, "status", documents, entities, firstDocument);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>A job in the form of Text Analytics v3.2-preview.2.</summary>
    public static byte[] TextAnalytics(int number, int documents = Documents, int entities = EntitiesPerDocument) => Write(json =>
    {
        Head(json, number, "lastUpdateDateTime");
        json.WriteStartArray("customEntityRecognitionTasks");
        json.WriteStartObject();
        Task(json, number, "state", documents, entities);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
    }

    private static void Head(Utf8JsonWriter json, int number, string updated)
    {
        json.WriteString("jobId", JobId(number));
        json.WriteString(updated, "2025-12-14T18:52:21Z");
        json.WriteString("createdDateTime", "2025-12-14T18:51:53Z");
        json.WriteString("expirationDateTime", "2025-12-15T18:51:53Z");
        json.WriteString("status", "succeeded");
        json.WriteStartArray("errors");
        json.WriteEndArray();
        json.WriteStartObject("tasks");
        json.WriteNumber("completed", 1);
        json.WriteNumber("failed", 0);
        json.WriteNumber("inProgress", 0);
        json.WriteNumber("total", 1);
    }

    private static void Task(Utf8JsonWriter json, int number, string state, int documents, int entities, int firstDocument = 0)
    {
        json.WriteString("taskName", "entities");
        json.WriteString("lastUpdateDateTime", "2025-12-14T18:52:12.2386385Z");
        json.WriteString(state, "succeeded");
        json.WriteStartObject("results");
        json.WriteStartArray("documents");
        var random = new Random(number);
        for (var document = 0; document < documents; document++)
            Document(json, firstDocument + document, entities, random);
        json.WriteEndArray();
        json.WriteStartArray("errors");
        json.WriteEndArray();
        json.WriteString("projectName", "agreements");
        json.WriteString("deploymentName", "production");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Document(Utf8JsonWriter json, int document, int entities, Random random)
    {
        json.WriteStartObject();
        json.WriteString("id", $"agreement-{document + 1:000}");
        json.WriteStartArray("entities");
        var offset = 0;
        for (var entity = 0; entity < entities; entity++)
        {
            var text = Text(random);
            offset += random.Next(10, 120);
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteString("category", Categories[random.Next(Categories.Length)]);
            json.WriteNumber("offset", offset);
            json.WriteNumber("length", text.Length);
            json.WriteNumber("confidenceScore", random.Next(1, 101) / 100.0);
            json.WriteEndObject();
            offset += text.Length;
        }
        json.WriteEndArray();
        json.WriteStartArray("warnings");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder(Words[random.Next(Words.Length)]);
        for (var more = random.Next(3); more > 0; more--)
            text.Append(' ').Append(Words[random.Next(Words.Length)]);
        return text.ToString();
    }
}
