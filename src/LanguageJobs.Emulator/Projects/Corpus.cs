using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Projects;

/// <summary>A project's file and the documents beside it.</summary>
internal sealed record Corpus(string Folder, ProjectFile File, TaskKind Kind, string[] Categories, IReadOnlyList<LabelledText> Documents)
{
    public string Name => File.Metadata!.ProjectName;

    public IReadOnlyList<LabelledText> Train => [.. Documents.Where(document => !document.IsTest)];

    public IReadOnlyList<LabelledText> Test => [.. Documents.Where(document => document.IsTest)];

    /// <exception cref="InvalidDataException">The project's kind is unknown, or a document or label is not as it must be.</exception>
    public static Corpus Read(string path, ProjectFile file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Enum.TryParse<TaskKind>(file.Metadata!.ProjectKind, out var kind) || file.Assets is null)
            throw new InvalidDataException($"'{path}' is of kind '{file.Metadata.ProjectKind}'; known are {string.Join(", ", Enum.GetNames<TaskKind>())}.");
        var labels = kind == TaskKind.CustomEntityRecognition ? file.Assets.Entities : file.Assets.Classes;
        string[] categories = [.. (labels ?? []).Select(label => label.Category)];
        var corpus = new Corpus(folder, file, kind, categories, [.. file.Assets.Documents.Select(document => Read(folder, document))]);
        corpus.Check(path);
        return corpus;
    }

    private static LabelledText Read(string folder, LabelledDocument document)
    {
        var path = Path.Combine(folder, document.Location);
        return System.IO.File.Exists(path)
            ? new LabelledText(System.IO.File.ReadAllText(path), document)
            : throw new InvalidDataException($"'{path}' is labelled, but not there.");
    }

    private void Check(string path)
    {
        if (Categories.Length < 2 && Kind != TaskKind.CustomEntityRecognition || Categories.Length == 0 || Train.Count == 0)
            throw new InvalidDataException($"'{path}' has too few categories or no documents to learn from.");
        foreach (var document in Documents)
        {
            var used = document.Classes.Concat(document.Entities.Select(entity => entity.Category));
            if (used.FirstOrDefault(category => !Categories.Contains(category)) is { } stranger)
                throw new InvalidDataException($"'{path}' labels '{document.Labels.Location}' with '{stranger}', which is not one of its categories.");
            if (document.Entities.Exists(entity => entity.Start < 0 || entity.Length <= 0 || entity.End > document.Text.Length))
                throw new InvalidDataException($"'{path}' has a label outside the text of '{document.Labels.Location}'.");
        }
    }
}
