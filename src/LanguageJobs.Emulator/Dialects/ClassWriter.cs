using System.Text.Json;
using LanguageJobs.Emulator.Models;

namespace LanguageJobs.Emulator.Dialects;

/// <summary>Writes classes as an object or as an array.</summary>
internal static class ClassWriter
{
    public static void WriteOne(Utf8JsonWriter writer, string name, IReadOnlyList<ClassScore> classes)
    {
        writer.WritePropertyName(name);
        Write(writer, classes[0]);
    }

    public static void WriteAll(Utf8JsonWriter writer, string name, IReadOnlyList<ClassScore> classes)
    {
        writer.WriteStartArray(name);
        foreach (var score in classes)
            Write(writer, score);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ClassScore score)
    {
        writer.WriteStartObject();
        writer.WriteString("category", score.Category);
        writer.WriteNumber("confidenceScore", score.Score);
        writer.WriteEndObject();
    }
}
