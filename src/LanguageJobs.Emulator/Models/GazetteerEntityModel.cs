namespace LanguageJobs.Emulator.Models;

/// <summary>Entities by a list of phrases; a phrase that is on the list is certain.</summary>
internal sealed class GazetteerEntityModel(Gazetteer gazetteer) : IEntityModel
{
    public IReadOnlyList<EntitySpan> Recognize(string text) => [.. gazetteer.Find(text)];
}
