using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LanguageJobs.Emulator.Projects;

namespace LanguageJobs.Emulator.Models;

/// <summary>
/// Keeps the model of each project under the hash of everything it was learned from: in one folder, or beside each project in
/// <c>.models</c>. A newer model takes the place of an older one.
/// </summary>
internal sealed class ModelCache(string? folder, Action<string> log)
{
    // Another number for every change of features, training or file format: an old model must not answer for a new one.
    private const string Format = "1";
    private const int HashLength = 32;
    private const string Extension = ".bin";

    /// <returns>The model, and whether it had to be trained.</returns>
    public (ILearnedModel Model, bool Trained) LoadOrTrain(Corpus corpus, CancellationToken ct)
    {
        var path = PathOf(corpus);
        if (TryLoad(corpus, path) is { } kept)
            return (kept, false);
        var documents = corpus.Train.Count;
        log(string.Create(CultureInfo.InvariantCulture, $"Learning {corpus.Name} ({corpus.Kind}, {documents:N0} labelled documents)."));
        var watch = Stopwatch.StartNew();
        var model = ProjectModel.Train(corpus, ct);
        log(string.Create(CultureInfo.InvariantCulture, $"Learned {corpus.Name} in {watch.Elapsed.TotalSeconds:0.0} s."));
        Save(corpus, path, model);
        return (model, true);
    }

    private static ILearnedModel? TryLoad(Corpus corpus, string path)
    {
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path));
            return ProjectModel.Load(corpus, reader);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or OverflowException or OutOfMemoryException)
        {
            // Not there, or not whole: learning it again costs seconds.
            return null;
        }
    }

    private void Save(Corpus corpus, string path, ILearnedModel model)
    {
        try
        {
            Prepare(Path.GetDirectoryName(path)!);
            var unfinished = $"{path}.{Environment.ProcessId}";
            using (var writer = new BinaryWriter(File.Create(unfinished)))
                model.Save(writer);
            File.Move(unfinished, path, overwrite: true);
            DeleteOlder(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log($"The model of {corpus.Name} cannot be kept, and will be learned again at the next start: {e.Message} Name another folder with --models.");
        }
    }

    private static void Prepare(string folder)
    {
        Directory.CreateDirectory(folder);
        var ignore = Path.Combine(folder, ".gitignore");
        if (!File.Exists(ignore))
            File.WriteAllText(ignore, "# Models are learned again when they are missing.\n*\n");
    }

    // Names have the same length: the project's name, a dot and a hash.
    private static void DeleteOlder(string path)
    {
        var prefix = Path.GetFileName(path)[..^(HashLength + Extension.Length)];
        foreach (var other in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*" + Extension))
        {
            var name = Path.GetFileName(other);
            if (other != path && name.Length == Path.GetFileName(path).Length && name.StartsWith(prefix, StringComparison.Ordinal))
                File.Delete(other);
        }
    }

    private string PathOf(Corpus corpus)
    {
        var name = string.Join('_', corpus.Name.Split(Path.GetInvalidFileNameChars()));
        return Path.Combine(folder ?? Path.Combine(corpus.Folder, ".models"), $"{name}.{Hash(corpus)}{Extension}");
    }

    private static string Hash(Corpus corpus)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, $"{Format} {corpus.Kind} {string.Join('\n', corpus.Categories)}");
        foreach (var document in corpus.Train)
        {
            Append(hash, document.Text);
            Append(hash, string.Join('\n', document.Classes.Concat(document.Entities.Select(entity => entity.ToString()))));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HashLength];
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
