using System.Globalization;

namespace LanguageJobs.Runs;

/// <summary>Where the files of a run are.</summary>
internal sealed class RunFolder(string path)
{
    private const string Lines = ".jsonl";

    public string Path { get; } = path;

    public string Plan => System.IO.Path.Combine(Path, "run.json");

    public string Results => System.IO.Path.Combine(Path, "results");

    public string Journal(int shard) => System.IO.Path.Combine(Path, "shards", Name(shard) + Lines);

    public string Lock(int shard) => System.IO.Path.Combine(Path, "shards", Name(shard) + ".lock");

    public string Part(int shard, int number) => System.IO.Path.Combine(Results, PartName(shard, number));

    public string Errors(int shard) => System.IO.Path.Combine(Path, "errors", $"part-{Name(shard)}{Lines}");

    public string Done(int shard) => System.IO.Path.Combine(Path, "done", Name(shard) + ".json");

    public static string PartName(int shard, int number) =>
        string.Format(CultureInfo.InvariantCulture, "part-{0:D5}-{1:D4}.jsonl.gz", shard, number);

    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write to it.</exception>
    public void Create()
    {
        foreach (var file in new[] { Journal(0), Part(0, 0), Errors(0), Done(0) })
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
    }

    private static string Name(int shard) => shard.ToString("D5", CultureInfo.InvariantCulture);
}
