using System.Diagnostics;
using LanguageJobs.Emulator.Models;

namespace LanguageJobs.Emulator.Projects;

/// <summary>Loads the projects of a folder: every <c>project.json</c> in it, as the service exports them.</summary>
internal static class ProjectFolder
{
    private static readonly string[] DefaultDeployments = ["production"];

    /// <exception cref="InvalidDataException">A file is no project.</exception>
    public static IEnumerable<Project> Load(string folder, Action<string> log) => Files(folder).Select(path => LoadProject(path, log));

    /// <exception cref="InvalidDataException">A file is no project.</exception>
    public static IEnumerable<Corpus> LoadCorpora(string folder) => Files(folder)
        .Select(path => (Path: path, File: ProjectFile.Read(path)))
        .Where(project => project.File.Gazetteer is null)
        .Select(project => Corpus.Read(project.Path, project.File));

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "project.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : throw new DirectoryNotFoundException($"The folder of projects '{folder}' does not exist.");

    private static Project LoadProject(string path, Action<string> log)
    {
        var file = ProjectFile.Read(path);
        var project = file.Gazetteer is null ? Learn(Corpus.Read(path, file), log) : GazetteerProjects.Create(file.ToGazetteer());
        return project with { Metadata = file.Metadata!, Trained = File.GetLastWriteTimeUtc(path) };
    }

    private static Project Learn(Corpus corpus, Action<string> log)
    {
        var watch = Stopwatch.StartNew();
        var (model, trained) = ModelCache.LoadOrTrain(corpus);
        log($"{(trained ? "Trained" : "Loaded")} {corpus.Name} ({corpus.Kind}, {corpus.Train.Count} documents) in {watch.Elapsed.TotalSeconds:0.0} s");
        return new Project(corpus.Name, corpus.Kind, corpus.Categories, corpus.File.Deployments ?? DefaultDeployments)
        {
            Entities = model as IEntityModel,
            Classes = model as IClassModel,
        };
    }

}
