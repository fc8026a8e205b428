namespace LanguageJobs.Texts;

/// <summary>The id of a document matches more than one.</summary>
internal sealed class AmbiguousDocumentException(string id, IReadOnlyList<string> candidates)
    : Exception($"Document '{id}' matches more than one document: {string.Join(", ", candidates.Select(candidate => $"'{candidate}'"))}.");
