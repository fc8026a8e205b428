using LanguageJobs.Labels;

namespace LanguageJobs.Scoring;

/// <summary>None of the results belong to a labelled document.</summary>
internal sealed class NoDocumentMatchesException(IReadOnlyList<string>? unknown, LabelSet labels) : Exception(Describe(unknown, labels))
{
    /// <summary>True when there were results of the kind of the labels, but for other documents.</summary>
    public bool IsAboutIds { get; } = unknown is not null;

    private static string Describe(IReadOnlyList<string>? unknown, LabelSet labels) => unknown is { Count: > 0 }
        ? $"None of the documents with results ({NameList.Of(unknown)}) is labelled. The labelled documents are {NameList.Of([.. labels.Documents.Select(document => document.Id)])}."
        : $"The labels are {(labels.AreClasses ? "classes" : "entities")}{(labels.Kind is { } kind ? $" ({kind})" : "")}, but there are no results of that kind.";
}
