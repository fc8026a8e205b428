namespace LanguageJobs.Tests.Hosting;

/// <summary>A file that is there for one test.</summary>
public sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("languagejobs-");

    public TemporaryFile(string text, string name = "job.json") : this(System.Text.Encoding.UTF8.GetBytes(text), name)
    {
    }

    public TemporaryFile(byte[] bytes, string name = "job.json")
    {
        Path = System.IO.Path.Combine(folder.FullName, name);
        File.WriteAllBytes(Path, bytes);
    }

    public string Path { get; }

    public string Folder => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
