using LanguageJobs.Texts;

namespace LanguageJobs.Scoring;

/// <summary>A document of the reference. Its mentions are created when they are compared.</summary>
internal sealed record ReferenceDocument(string Id, string? JobId, Func<DocumentText?, DocumentSide> SideIn);
