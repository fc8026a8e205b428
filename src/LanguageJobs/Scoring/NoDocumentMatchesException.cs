using LanguageJobs.Labels;

namespace LanguageJobs.Scoring;

/// <summary>Results and labels that have nothing to do with each other.</summary>
internal sealed class NoDocumentMatchesException(IReadOnlyList<string>? unknown, LabelSet labels) : Exception(Describe(unknown, labels))
{
    /// <summary>True when there were results of the kind of the labels, but for other documents.</summary>
    public bool IsAboutIds { get; } = unknown is not null;

    private static string Describe(IReadOnlyList<string>? unknown, LabelSet labels) => unknown is { Count: > 0 }
        ? $"None of the documents with results ({NameList.Of(unknown)}) is among the labelled ones ({NameList.Of([.. labels.Documents.Select(document => document.Id)])})."
        : $"The labels are {(labels.AreClasses ? "classes" : "entities")}{(labels.Kind is { } kind ? $" ({kind})" : "")}, and no result is of that kind.";
}
