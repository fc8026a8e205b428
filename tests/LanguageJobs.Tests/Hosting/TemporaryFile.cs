namespace LanguageJobs.Tests.Hosting;

/// <summary>A file that is there for one test.</summary>
public sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("languagejobs-");

    public TemporaryFile(string text) : this(System.Text.Encoding.UTF8.GetBytes(text))
    {
    }

    public TemporaryFile(byte[] bytes)
    {
        Path = System.IO.Path.Combine(folder.FullName, "job.json");
        File.WriteAllBytes(Path, bytes);
    }

    public string Path { get; }

    public string Folder => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
