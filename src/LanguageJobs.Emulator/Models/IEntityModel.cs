namespace LanguageJobs.Emulator.Models;

/// <summary>Finds entities.</summary>
internal interface IEntityModel
{
    /// <summary>The entities of a text, in its order, none overlapping another.</summary>
    IReadOnlyList<EntitySpan> Recognize(string text);
}
