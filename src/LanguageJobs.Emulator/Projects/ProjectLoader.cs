using LanguageJobs.Emulator.Models;

namespace LanguageJobs.Emulator.Projects;

/// <summary>Makes projects that can be asked: from a gazetteer, or from a model that is learned from documents or was kept.</summary>
internal sealed class ProjectLoader(ModelCache models, Action<string> log)
{
    /// <param name="path">A folder of projects, or a single file.</param>
    /// <param name="ct">Stops the reading and the learning.</param>
    /// <exception cref="InvalidDataException">There is no project, or one cannot be used.</exception>
    public List<Project> Load(string path, CancellationToken ct) =>
        [.. ProjectFolder.Read(path, ct).Select(source => Load(source, ct))];

    private Project Load(ProjectSource source, CancellationToken ct)
    {
        var project = source.Corpus is null ? CreateFromGazetteer(source) : Learn(source.Corpus, ct);
        return project with { Metadata = source.File.Metadata!, Trained = File.GetLastWriteTimeUtc(source.Path) };
    }

    private static Project CreateFromGazetteer(ProjectSource source)
    {
        try
        {
            return GazetteerProjects.Create(source.File.ToGazetteer());
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"'{source.Path}' cannot be used. {e.Message}", e);
        }
    }

    private Project Learn(Corpus corpus, CancellationToken ct)
    {
        if (corpus.Unlabelled > 0)
            log($"{corpus.Name} has documents without labels ({corpus.Unlabelled}). They are left out.");
        var (model, _) = models.LoadOrTrain(corpus, ct);
        return new Project(corpus.Name, corpus.Kind, corpus.Categories, corpus.File.Deployments ?? ProjectFile.DefaultDeployments)
        {
            Entities = model as IEntityModel,
            Classes = model as IClassModel,
        };
    }
}
