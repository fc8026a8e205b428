namespace LanguageJobs.Emulator.Projects;

/// <summary>A category by its name.</summary>
internal sealed record CategoryLabel(string? Category);
