namespace LanguageJobs.Storage;

/// <summary>The names of files that hold jobs: <c>.json</c> or <c>.jsonl</c>, and <c>.gz</c> behind it where they are compressed.</summary>
internal static class ArchiveName
{
    private const string Json = ".json";
    private const string Lines = ".jsonl";
    private const string Compressed = ".gz";

    /// <summary>The name of a job's file. What a file name cannot hold is escaped as in an address.</summary>
    public static string Of(string jobId, LanguageJobFormat format, bool isCompressed) =>
        Uri.EscapeDataString(jobId) + (format == LanguageJobFormat.JsonLines ? Lines : Json) + (isCompressed ? Compressed : "");

    /// <summary>True for a file of JSON lines.</summary>
    public static bool IsLines(string path) => Plain(path).EndsWith(Lines, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name without what says the format.</summary>
    public static string Base(string path) => Path.GetFileNameWithoutExtension(Plain(path));

    /// <summary>The files of a folder that hold jobs, by name.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read it.</exception>
    public static string[] FilesIn(string folder)
    {
        var files = Array.FindAll(Directory.GetFiles(folder), IsOne);
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    private static bool IsOne(string path) => IsLines(path) || Plain(path).EndsWith(Json, StringComparison.OrdinalIgnoreCase);

    private static string Plain(string path) =>
        path.EndsWith(Compressed, StringComparison.OrdinalIgnoreCase) ? path.Substring(0, path.Length - Compressed.Length) : path;
}
