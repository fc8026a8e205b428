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

    /// <exception cref="InvalidDataException">The file is no project.</exception>
    public static ProjectFile Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var file = JsonSerializer.Deserialize<ProjectFile>(stream, Options);
            return file is { Metadata: not null }
                ? file
                : throw new InvalidDataException($"'{path}' is no project: it has no 'metadata'.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{path}' is no project: {e.Message}", e);
        }
    }
}
