namespace LanguageJobs.Emulator.Models;

/// <summary>A model that can be kept.</summary>
internal interface ILearnedModel
{
    void Save(BinaryWriter writer);
}
