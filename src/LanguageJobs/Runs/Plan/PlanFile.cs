using System.Text;
using System.Text.Json;
using LanguageJobs.Storage;

namespace LanguageJobs.Runs;

/// <summary>The file <c>run.json</c>.</summary>
internal static class PlanFile
{
    private const int Format = 1;

    /// <summary>The plan that is written down; null where there is none.</summary>
    /// <exception cref="RunException">The file is not a plan, or cannot be read.</exception>
    public static RunPlan? Find(RunFolder folder)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(folder.Plan));
            return Read(json.RootElement);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException)
        {
            throw new RunException(RunFailure.RunPlanNotReadable, $"The plan '{folder.Plan}' cannot be read. {e.Message}", folder.Plan, e);
        }
    }

    /// <summary>Writes the plan down, or holds it against the one that another worker wrote.</summary>
    /// <exception cref="RunException">The folder has another plan, or cannot be written to.</exception>
    public static void Agree(RunFolder folder, RunPlan plan)
    {
        if (Find(folder) is not { } first)
        {
            Write(folder, plan);
            // Several workers may start at once; one of them has written it.
            first = Find(folder)!;
        }
        first.Require(plan, folder);
    }

    private static void Write(RunFolder folder, RunPlan plan)
    {
        try
        {
            folder.Create();
            using var file = new AtomicFile(folder.Plan);
            Write(file.Stream, plan);
            file.Commit(overwrite: false);
        }
        catch (IOException) when (File.Exists(folder.Plan))
        {
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunException(RunFailure.RunNotWritable, $"The plan '{folder.Plan}' cannot be written. {e.Message}", folder.Plan, e);
        }
    }

    private static void Write(Stream stream, RunPlan plan)
    {
        using var json = new Utf8JsonWriter(stream, TaskText.Options with { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteString("created", plan.Created.UtcDateTime);
        json.WriteStartArray("input");
        foreach (var pattern in plan.Input)
            json.WriteStringValue(pattern);
        json.WriteEndArray();
        json.WriteNumber("files", plan.Files);
        json.WriteString("inputHash", plan.InputHash);
        json.WritePropertyName("tasks");
        json.WriteRawValue(plan.Tasks);
        json.WriteString("language", plan.Language);
        json.WriteNumber("shards", plan.Shards);
        json.WriteEndObject();
    }

    private static RunPlan Read(JsonElement json) => json.GetProperty("format").GetInt32() != Format
        ? throw new FormatException("It was written by a newer version of the module.")
        : new RunPlan
        {
            Created = json.GetProperty("created").GetDateTimeOffset(),
            Input = [.. json.GetProperty("input").EnumerateArray().Select(pattern => pattern.GetString()!)],
            Files = json.GetProperty("files").GetInt32(),
            InputHash = json.GetProperty("inputHash").GetString()!,
            Tasks = Minified(json.GetProperty("tasks")),
            Language = json.GetProperty("language").GetString(),
            Shards = json.GetProperty("shards").GetInt32(),
        };

    private static string Minified(JsonElement value)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, TaskText.Options))
            value.WriteTo(json);
        return Encoding.UTF8.GetString(text.ToArray());
    }
}
