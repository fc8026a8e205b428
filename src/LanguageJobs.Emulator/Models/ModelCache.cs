using System.Security.Cryptography;
using System.Text;
using LanguageJobs.Emulator.Projects;

namespace LanguageJobs.Emulator.Models;

/// <summary>Keeps a trained model beside its project, under the hash of everything it was learned from.</summary>
internal static class ModelCache
{
    // Another number for every change of features, training or file format: an old model must not answer for a new one.
    private const string Format = "1";

    /// <returns>The model, and whether it had to be trained.</returns>
    public static (ILearnedModel Model, bool Trained) LoadOrTrain(Corpus corpus)
    {
        var path = Path.Combine(corpus.Folder, ".models", Hash(corpus) + ".bin");
        if (TryLoad(corpus, path) is { } kept)
            return (kept, false);
        var model = ProjectModel.Train(corpus);
        TrySave(model, path);
        return (model, true);
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
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }

    private static ILearnedModel? TryLoad(Corpus corpus, string path)
    {
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path));
            return ProjectModel.Load(corpus, reader);
        }
        catch (Exception e) when (e is IOException or ArgumentException or OverflowException or OutOfMemoryException)
        {
            // Not there, or not whole: learning it again costs seconds.
            return null;
        }
    }

    private static void TrySave(ILearnedModel model, string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var unfinished = $"{path}.{Environment.ProcessId}";
            using (var writer = new BinaryWriter(File.Create(unfinished)))
                model.Save(writer);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that may only be read is no reason not to answer.
        }
    }
}
