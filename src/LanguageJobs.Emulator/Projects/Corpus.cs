using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Projects;

/// <summary>A project and the labelled documents beside its file.</summary>
internal sealed record Corpus(string Path, ProjectFile File, TaskKind Kind, string[] Categories, IReadOnlyList<LabelledText> Documents)
{
    public string Name => File.Metadata!.ProjectName!;

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public IReadOnlyList<LabelledText> Train => [.. Documents.Where(document => !document.IsTest)];

    public IReadOnlyList<LabelledText> Test => [.. Documents.Where(document => document.IsTest)];

    /// <summary>How many documents of the project nobody has labelled. There is nothing to learn from them.</summary>
    public int Unlabelled => File.Assets!.Documents!.Count - Documents.Count;
}
