namespace LanguageJobs.Emulator.Projects;

/// <summary>A part of a document, with its entities.</summary>
internal sealed record LabelledRegion(int RegionOffset, int RegionLength, IReadOnlyList<EntityLabel> Labels);
