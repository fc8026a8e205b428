using System.Security.Cryptography;
using System.Text.Json;
using LanguageJobs.Storage;

namespace LanguageJobs.Runs;

/// <summary>The file that says that a shard is done: what became of its documents, and the hashes of its parts. It is written last.</summary>
internal static class DoneFile
{
    /// <summary>What the file says; null where there is none, or none that can be read: then the journal says it.</summary>
    public static (RunCounts Counts, DateTimeOffset At)? Find(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            var counts = new RunCounts(root.GetProperty("documents").GetInt64(), root.GetProperty("collected").GetInt64(), root.GetProperty("refused").GetInt64(), 0, 0);
            return (counts, root.GetProperty("at").GetDateTimeOffset());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException)
        {
            return null;
        }
    }

    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write to it.</exception>
    public static void Write(RunFolder folder, int shard, RunCounts counts, int parts)
    {
        using var file = new AtomicFile(folder.Done(shard));
        using (var json = new Utf8JsonWriter(file.Stream, TaskText.Options with { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("shard", shard);
            json.WriteString("at", DateTime.UtcNow);
            json.WriteNumber("documents", counts.Documents);
            json.WriteNumber("collected", counts.Collected);
            json.WriteNumber("refused", counts.Refused);
            json.WriteStartArray("parts");
            for (var part = 1; part <= parts; part++)
                WritePart(json, folder.Part(shard, part));
            json.WriteEndArray();
            json.WriteEndObject();
        }
        file.Commit();
    }

    private static void WritePart(Utf8JsonWriter json, string path)
    {
        using var sha = SHA256.Create();
        using var file = File.OpenRead(path);
        json.WriteStartObject();
        json.WriteString("name", Path.GetFileName(path));
        json.WriteNumber("length", file.Length);
        json.WriteString("sha256", Hex.Of(sha.ComputeHash(file)));
        json.WriteEndObject();
    }
}
