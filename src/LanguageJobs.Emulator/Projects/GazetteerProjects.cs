using LanguageJobs.Emulator.Models;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Projects;

/// <summary>Makes projects that answer from lists of phrases.</summary>
internal static class GazetteerProjects
{
    /// <exception cref="ArgumentException">The kind is unknown, there is no category, or a phrase is empty.</exception>
    public static Project Create(GazetteerProject source)
    {
        if (!TaskKinds.TryParseOfProject(source.Kind, out var kind) || source.Phrases.Count == 0)
            throw new ArgumentException($"Project '{source.Name}' needs a category, and one of the kinds {TaskKinds.OfProjects}.");
        if (source.Phrases.FirstOrDefault(HasEmptyPhrase) is { Key: not null } unusable)
            throw new ArgumentException($"Project '{source.Name}' has an empty phrase in the gazetteer's category '{unusable.Key}'. Remove it.");
        string[] categories = [.. source.Phrases.Keys];
        var gazetteer = new Gazetteer(source.Phrases);
        var project = new Project(source.Name, kind, categories, source.Deployments);
        return kind == TaskKind.CustomEntityRecognition
            ? project with { Entities = new GazetteerEntityModel(gazetteer) }
            : project with { Classes = new GazetteerClassModel(gazetteer, categories, kind == TaskKind.CustomSingleLabelClassification) };
    }

    private static bool HasEmptyPhrase(KeyValuePair<string, IReadOnlyList<string>> category) =>
        category.Value is null || category.Value.Any(string.IsNullOrWhiteSpace);
}
