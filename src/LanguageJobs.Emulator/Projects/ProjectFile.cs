using System.Text.Json;

namespace LanguageJobs.Emulator.Projects;

/// <summary>A project in the format that the service exports, with two members of the emulator's own: deployments and gazetteer.</summary>
internal sealed record ProjectFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public ProjectMetadata? Metadata { get; init; }

    public ProjectAssets? Assets { get; init; }

    /// <summary>The names under which the project is deployed; the service does not export them.</summary>
    public IReadOnlyList<string>? Deployments { get; init; }

    /// <summary>Phrases per category to answer from, in place of labelled documents.</summary>
    public Dictionary<string, IReadOnlyList<string>>? Gazetteer { get; init; }

    /// <exception cref="InvalidDataException">The file is not a project.</exception>
    public static ProjectFile Read(string path) => Parse(File.ReadAllText(path), $"'{path}'");

    /// <param name="json">The project.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <exception cref="InvalidDataException">It is not a project.</exception>
    public static ProjectFile Parse(string json, string name)
    {
        try
        {
            var file = JsonSerializer.Deserialize<ProjectFile>(json, Options);
            return file is { Metadata: not null }
                ? file
                : throw new InvalidDataException($"{name} is not a project: it has no 'metadata'.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{name} is not a project: {e.Message}", e);
        }
    }

    /// <exception cref="InvalidDataException">The project has no gazetteer.</exception>
    public GazetteerProject ToGazetteer() => new()
    {
        Name = Metadata!.ProjectName,
        Kind = Metadata.ProjectKind,
        Phrases = Gazetteer ?? throw new InvalidDataException($"Project '{Metadata.ProjectName}' has no 'gazetteer' to answer from."),
        Deployments = Deployments ?? ["production"],
    };
}
