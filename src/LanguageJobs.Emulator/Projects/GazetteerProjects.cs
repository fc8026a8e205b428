using LanguageJobs.Emulator.Models;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Projects;

/// <summary>Makes projects that answer from lists of phrases.</summary>
internal static class GazetteerProjects
{
    /// <exception cref="ArgumentException">The kind is unknown, or there is no category.</exception>
    public static Project Create(GazetteerProject source)
    {
        if (!Enum.TryParse<TaskKind>(source.Kind, out var kind) || source.Phrases.Count == 0)
            throw new ArgumentException($"Project '{source.Name}' needs a kind of {string.Join(", ", Enum.GetNames<TaskKind>())}, and a category.");
        string[] categories = [.. source.Phrases.Keys];
        var gazetteer = new Gazetteer(source.Phrases);
        var project = new Project(source.Name, kind, categories, source.Deployments);
        return kind == TaskKind.CustomEntityRecognition
            ? project with { Entities = new GazetteerEntityModel(gazetteer) }
            : project with { Classes = new GazetteerClassModel(gazetteer, categories, kind == TaskKind.CustomSingleLabelClassification) };
    }
}
