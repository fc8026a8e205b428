namespace LanguageJobs.Emulator.Models;

/// <summary>Finds classes.</summary>
internal interface IClassModel
{
    /// <summary>The classes of a text, the surest first: exactly one from a single-label model, any number from a multi-label one.</summary>
    IReadOnlyList<ClassScore> Classify(string text);
}
