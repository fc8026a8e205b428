using LanguageJobs.Labels;
using LanguageJobs.Texts;

namespace LanguageJobs.Scoring;

/// <summary>
/// Compares results with a reference: the results of other jobs, or labels. The reference is held; the documents of the difference come one by one.
/// </summary>
/// <param name="labels">What is right; null when it is not known.</param>
/// <param name="minimumChange">The smallest difference of the confidence scores for which a pair is a difference.</param>
/// <param name="textOf">Finds a document's text; null when there are no texts, and offsets are compared as they are.</param>
internal sealed class Comparison(LabelSet? labels, double minimumChange, Func<string, DocumentText?>? textOf)
{
    private readonly List<ReferenceTask> references = [];
    private readonly List<TaskComparison> tasks = [];
    private LabelSet? truth;
    private int documents;

    /// <summary>True when there is something to compare with.</summary>
    public bool HasReference => references.Count > 0;

    /// <summary>True when there is something to compare.</summary>
    public bool HasDocuments => documents > 0;

    /// <summary>The documents that warnings should name.</summary>
    public ComparisonNotes Notes { get; } = new();

    /// <summary>Takes a document of the reference.</summary>
    /// <exception cref="DuplicateDocumentException">The reference has results for the document already.</exception>
    public void AddReference(LanguageDocument document)
    {
        var task = references.Find(task => task.Kind == document.TaskKind && task.Name == document.TaskName);
        if (task is null)
            references.Add(task = new ReferenceTask(document.TaskKind, document.TaskName));
        task.Add(document);
    }

    /// <summary>Takes labels as the reference.</summary>
    public void AddReference(LabelSet labelSet)
    {
        truth = labelSet;
        var task = new ReferenceTask(labelSet.Kind ?? "", null);
        foreach (var document in labelSet.Documents)
            task.Add(document);
        references.Add(task);
    }

    /// <summary>The differences of a document.</summary>
    /// <exception cref="AmbiguousDocumentException">The document's id matches more than one document of the reference.</exception>
    /// <exception cref="DuplicateDocumentException">A document of the reference was compared already.</exception>
    public IEnumerable<LanguageDifference> Compare(LanguageDocument document)
    {
        documents++;
        if (truth?.Fit(document) == false || TaskOf(document) is not { } task)
            return [];
        var id = document.DocumentId ?? "";
        var reference = task.Claim(id, document.JobId);
        if (reference is null && truth is not null)
        {
            Notes.Unlabelled.Add(id);
            return [];
        }
        if (reference is null)
            Notes.OnlyInDifference.Add(id);
        return Differences(task, id, document, reference);
    }

    /// <summary>Notes a document that failed.</summary>
    public void AddFailure(string id, bool isReference)
    {
        if (!isReference)
            documents++;
        if (truth is not null && truth.Find(id) is null)
            return;
        (isReference ? Notes.FailedInReference : Notes.Failed).Add(id);
    }

    /// <summary>The differences for documents that only the reference has. Call it once, after the last document.</summary>
    /// <exception cref="NoDocumentMatchesException">The reference are labels, and no document is a labelled one.</exception>
    public IEnumerable<LanguageDifference> Rest()
    {
        if (truth is not null && Notes.Failed.Count == 0 && !tasks.Exists(task => task.HasPairs))
            throw new NoDocumentMatchesException(Notes.Unlabelled.Count > 0 ? Notes.Unlabelled : null, truth);
        foreach (var reference in references.Where(reference => !tasks.Exists(task => task.Reference == reference)).ToArray())
            tasks.Add(new TaskComparison(reference.Kind, reference.Name, reference));
        foreach (var task in tasks)
        {
            foreach (var document in task.Unclaimed)
            {
                Notes.OnlyInReference.Add(document.Id);
                foreach (var row in Differences(task, document.Id, null, document))
                    yield return row;
            }
        }
    }

    private IEnumerable<LanguageDifference> Differences(TaskComparison task, string id, LanguageDocument? document, ReferenceDocument? reference)
    {
        var text = textOf?.Invoke(id) ?? (reference is null ? null : textOf?.Invoke(reference.Id));
        if (text is null && textOf is not null)
            Notes.WithoutText.Add(id);
        var difference = document is null ? null : DocumentSide.Of(document, text);
        if (difference?.Unplaced > 0)
            Notes.Unplaced.Add(id);
        var right = labels?.Find(id) is { } labelled ? DocumentSide.Of(labelled, text) : null;
        var before = reference?.SideIn(text);
        var areExclusive = task.Kind == LabelKinds.SingleLabel || (task.Kind.Length == 0 && before?.Rows.Count <= 1 && difference?.Rows.Count <= 1);
        foreach (var row in new DocumentComparison(text, areExclusive, minimumChange).Compare(before, difference, right))
        {
            row.DocumentId = id;
            row.TaskKind = task.Kind.Length > 0 ? task.Kind : null;
            row.TaskName = task.Name;
            yield return row;
        }
    }

    // The task of the same name, else the only one of the kind.
    private TaskComparison? TaskOf(LanguageDocument document)
    {
        var known = tasks.Find(task => task.IsOf(document));
        if (known is not null)
            return known;
        var fitting = references.FindAll(reference => truth is not null || reference.Kind.Length == 0 || document.TaskKind.Length == 0 || reference.Kind == document.TaskKind);
        var reference = fitting.Find(task => task.Name == document.TaskName) ?? (fitting.Count == 1 ? fitting[0] : null);
        if (reference is null)
        {
            Notes.TasksWithoutReference.Add(document.TaskName ?? document.TaskKind);
            return null;
        }
        tasks.Add(known = new TaskComparison(document.TaskKind, document.TaskName, reference));
        return known;
    }
}
