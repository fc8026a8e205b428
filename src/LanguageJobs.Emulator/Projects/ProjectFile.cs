using System.Text.Json;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Projects;

/// <summary>A project in the format that the service exports, with two members of the emulator's own: deployments and gazetteer.</summary>
internal sealed record ProjectFile
{
    public static readonly IReadOnlyList<string> DefaultDeployments = ["production"];

    public ProjectMetadata? Metadata { get; init; }

    public ProjectAssets? Assets { get; init; }

    /// <summary>The names under which the project is deployed; the service does not export them.</summary>
    public IReadOnlyList<string>? Deployments { get; init; }

    /// <summary>Phrases per category to answer from, in place of labelled documents.</summary>
    public Dictionary<string, IReadOnlyList<string>>? Gazetteer { get; init; }

    /// <param name="json">The project.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <exception cref="InvalidDataException">It is not a project.</exception>
    public static ProjectFile Parse(string json, string name)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ProjectJson.Default.ProjectFile) is { Metadata.ProjectName: not (null or "") } file
                ? file
                : throw new InvalidDataException($"{name} is not a project: it has no 'metadata.projectName'.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{name} is not a valid project file. The error is at {Place(e)}.", e);
        }
    }

    /// <exception cref="InvalidDataException">The kind is not one that the emulator knows.</exception>
    public TaskKind Kind(string path) => TaskKinds.TryParseOfProject(Metadata!.ProjectKind, out var kind)
        ? kind
        : throw new InvalidDataException($"'{path}' is of the kind '{Metadata.ProjectKind}'. Known kinds are {TaskKinds.OfProjects}.");

    /// <exception cref="InvalidDataException">The project has no gazetteer.</exception>
    public GazetteerProject ToGazetteer() => new()
    {
        Name = Metadata!.ProjectName!,
        Kind = Metadata.ProjectKind ?? "",
        Phrases = Gazetteer ?? throw new InvalidDataException($"Project '{Metadata.ProjectName}' has no 'gazetteer' to answer from."),
        Deployments = Deployments ?? DefaultDeployments,
    };

    private static string Place(JsonException e) =>
        $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}{(e.Path is null or "$" ? "" : $", '{e.Path}'")}";
}
