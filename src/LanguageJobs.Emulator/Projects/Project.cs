using LanguageJobs.Emulator.Models;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Projects;

/// <summary>A project that tasks can ask. Exactly one of its models is there, as its kind says.</summary>
internal sealed record Project(string Name, TaskKind Kind, string[] Categories, IReadOnlyList<string> Deployments)
{
    public IEntityModel? Entities { get; init; }

    public IClassModel? Classes { get; init; }

    public ProjectMetadata? Metadata { get; init; }

    /// <summary>When its file was last written, which stands for every time that the service knows of a project.</summary>
    public DateTime Trained { get; init; } = DateTime.UnixEpoch;
}
