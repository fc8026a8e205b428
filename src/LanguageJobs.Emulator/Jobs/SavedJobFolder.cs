using System.IO.Compression;
using System.Text.Json.Nodes;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>Reads a folder of saved job bodies.</summary>
internal static class SavedJobFolder
{
    private const string Compressed = ".gz";

    /// <returns>The bodies by job id; a body without one has its file's name.</returns>
    /// <exception cref="InvalidDataException">There is no job, or a file cannot be read, is no job body, or repeats another file's job id.</exception>
    public static IReadOnlyDictionary<string, JsonObject> Load(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The folder of saved jobs '{folder}' does not exist.");
        var bodies = new Dictionary<string, JsonObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Directory.EnumerateFiles(folder).Where(IsJob).Order(StringComparer.Ordinal))
        {
            var body = SavedJobBody.Parse(Read(file), $"'{file}'");
            var id = SavedJobBody.IdOf(body) ?? Path.GetFileNameWithoutExtension(Plain(file));
            if (!bodies.TryAdd(id, body))
                throw new InvalidDataException($"'{file}' has the job id '{id}', which another file has already.");
        }
        return bodies.Count > 0 ? bodies : throw new InvalidDataException(
            $"The folder of saved jobs '{folder}' has no job. Save the bodies of the service's answers there as *.json or *.json.gz.");
    }

    private static bool IsJob(string file) => Plain(file).EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static bool IsCompressed(string file) => file.EndsWith(Compressed, StringComparison.OrdinalIgnoreCase);

    private static string Plain(string file) => IsCompressed(file) ? file[..^Compressed.Length] : file;

    private static string Read(string file)
    {
        if (!IsCompressed(file))
            return TextFile.Read(file);
        try
        {
            using var text = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            return text.ReadToEnd();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new InvalidDataException($"'{file}' cannot be read: {e.Message}", e);
        }
    }
}
