namespace LanguageJobs.Emulator;

/// <summary>A project that tasks can name.</summary>
/// <param name="ProjectName">Its name; case matters.</param>
/// <param name="ProjectKind">Its kind.</param>
/// <param name="Deployments">The names of its deployments.</param>
public sealed record EmulatorProject(string ProjectName, string ProjectKind, IReadOnlyList<string> Deployments);
