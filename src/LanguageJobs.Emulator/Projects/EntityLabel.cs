namespace LanguageJobs.Emulator.Projects;

/// <summary>An entity as somebody marked it, in UTF-16 code units of the whole document.</summary>
internal sealed record EntityLabel(string? Category, int Offset, int Length);
