using System.Text.Json;
using LanguageJobs.Wire;

namespace LanguageJobs.Benchmarks.Jobs;

/// <summary>
/// A folder of saved jobs, each with documents of its own, and a file with labels of all of them: those that the jobs found, but every tenth
/// one a little longer and every other tenth in another category.
/// </summary>
public sealed class LabelledFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("languagejobs-");

    public LabelledFolder(int files)
    {
        Directory.CreateDirectory(JobFolder);
        using var stream = File.Create(Labels);
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("projectKind", "CustomEntityRecognition");
        json.WriteStartArray("documents");
        for (var number = 0; number < files; number++)
        {
            var body = JobText.Language(number, firstDocument: number * JobText.Documents);
            File.WriteAllBytes(Path.Combine(JobFolder, $"{number:00000}.json"), body);
            foreach (var document in JobBody.Read(body, new StringPool()).Job.Tasks[0].Documents)
                Write(json, document);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public string JobFolder => Path.Combine(folder.FullName, "jobs");

    public string Labels => Path.Combine(folder.FullName, "labels.json");

    public void Dispose() => folder.Delete(recursive: true);

    private static void Write(Utf8JsonWriter json, LanguageDocument document)
    {
        json.WriteStartObject();
        json.WriteString("location", $"{document.DocumentId}.txt");
        json.WriteString("dataset", "Test");
        json.WriteStartArray("entities");
        json.WriteStartObject();
        json.WriteStartArray("labels");
        for (var i = 0; i < document.Entities.Length; i++)
        {
            var entity = document.Entities[i];
            json.WriteStartObject();
            json.WriteString("category", i % 10 == 5 ? "person" : entity.Category);
            json.WriteNumber("offset", entity.Offset);
            json.WriteNumber("length", entity.Length + (i % 10 == 0 ? 1 : 0));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
