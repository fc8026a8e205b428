namespace LanguageJobs.Emulator.Projects;

/// <summary>A part of a document, with its entities; a part without any has no list.</summary>
internal sealed record LabelledRegion(int RegionOffset, int RegionLength, IReadOnlyList<EntityLabel>? Labels);
