namespace LanguageJobs.Wire;

/// <summary>A project or a deployment in a list of them.</summary>
internal readonly record struct AuthoringEntry(string Name, string? About);
