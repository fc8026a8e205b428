using LanguageJobs.Emulator.Models;

namespace LanguageJobs.Emulator.Projects;

/// <summary>A document of a project: its name, its text and its labels, all of which are known to be whole.</summary>
internal sealed record LabelledText(string Location, string Text, bool IsTest)
{
    public string[] Classes { get; init; } = [];

    public List<EntitySpan> Entities { get; init; } = [];
}
