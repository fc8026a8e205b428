using System.Buffers;
using System.Text;
using System.Text.Json;

namespace LanguageJobs.Benchmarks.Jobs;

/// <summary>Made-up agreements of about 1,500 characters, and the finished job that found entities in them. The same counts always give the same ones.</summary>
public sealed class Agreements
{
    private const int Length = 1500;

    private static readonly string[] Words = (
        "the agreement lender borrower pays amount months interest term repaid signed date place party between under shall notice thirty days "
        + "property rent deposit insured damages court law written copy each other before after unless year first second payment bank account").Split(' ');

    private static readonly string[] Names = ["Marta Oyelaran", "Jon Beck", "Lucía Ferrer", "Tomasz Nowak", "Harbour Street Credit Union", "Brightwater Lettings Ltd"];

    private static readonly string[] Categories = ["Party", "Date", "Amount", "Place", "Duration", "Object"];

    private readonly Random random = new(20251114);

    public Agreements(int documents, int entities)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteString("jobId", JobText.JobId(documents));
        json.WriteString("displayName", "Agreements");
        json.WriteString("status", "succeeded");
        json.WriteStartObject("tasks");
        json.WriteNumber("completed", 1);
        json.WriteNumber("total", 1);
        json.WriteStartArray("items");
        json.WriteStartObject();
        json.WriteString("kind", "CustomEntityRecognitionLROResults");
        json.WriteString("status", "succeeded");
        json.WriteStartObject("results");
        json.WriteStartArray("documents");
        for (var number = 1; number <= documents; number++)
            Texts.Add(WriteDocument(json, $"agreement-{number:00000}", entities));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        Job = bytes.WrittenSpan.ToArray();
    }

    /// <summary>The job as the service writes it.</summary>
    public byte[] Job { get; }

    public List<(string Id, string Text)> Texts { get; } = [];

    private (string Id, string Text) WriteDocument(Utf8JsonWriter json, string id, int entities)
    {
        var text = new StringBuilder();
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteStartArray("entities");
        for (var found = 0; text.Length < Length || found < entities;)
        {
            if (found == entities || text.Length <= found * Length / entities)
            {
                text.Append(Words[random.Next(Words.Length)]).Append(' ');
                continue;
            }
            var name = Names[random.Next(Names.Length)];
            json.WriteStartObject();
            json.WriteString("text", name);
            json.WriteString("category", Categories[random.Next(Categories.Length)]);
            json.WriteNumber("offset", text.Length);
            json.WriteNumber("length", name.Length);
            json.WriteNumber("confidenceScore", random.Next(40, 101) / 100m);
            json.WriteEndObject();
            text.Append(name).Append(' ');
            found++;
        }
        json.WriteEndArray();
        json.WriteStartArray("warnings");
        json.WriteEndArray();
        json.WriteEndObject();
        return (id, text.ToString());
    }
}
