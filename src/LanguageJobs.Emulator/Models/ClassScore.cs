namespace LanguageJobs.Emulator.Models;

/// <summary>How sure a model is of a class.</summary>
internal readonly record struct ClassScore(string Category, double Score);
