namespace LanguageJobs.Benchmarks.Jobs;

/// <summary>A folder of saved jobs that goes away with the run.</summary>
public sealed class JobFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("languagejobs-");

    public JobFolder(int files)
    {
        for (var number = 0; number < files; number++)
            File.WriteAllBytes(Path.Combine(folder.FullName, $"{number:00000}.json"), JobText.Language(number));
        Bytes = folder.EnumerateFiles().Sum(file => file.Length);
    }

    public string Pattern => Path.Combine(folder.FullName, "*.json");

    public string FullName => folder.FullName;

    public long Bytes { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
