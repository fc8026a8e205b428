namespace LanguageJobs.Texts;

/// <summary>The id of a document that may mean any of several.</summary>
internal sealed class AmbiguousDocumentException(string id, IReadOnlyList<string> candidates)
    : Exception($"Document '{id}' could be {string.Join(" or ", candidates.Select(candidate => $"'{candidate}'"))}.");
