using LanguageJobs.Labels;
using LanguageJobs.Texts;

namespace LanguageJobs.Scoring;

/// <summary>
/// Compares results with a reference: the results of other jobs, or labels. The reference is held; the documents of the difference come one by one.
/// </summary>
/// <param name="labels">What is right; null when nobody knows.</param>
/// <param name="minimumChange">From which difference of the confidence scores on a pair is a difference.</param>
/// <param name="textOf">Finds a document's text; null when nobody has it.</param>
internal sealed class Comparison(LabelSet? labels, double minimumChange, Func<string, DocumentText?> textOf)
{
    private readonly List<ReferenceTask> references = [];
    private readonly List<TaskComparison> tasks = [];
    private LabelSet? truth;

    /// <summary>What should be said about the documents.</summary>
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
    /// <exception cref="AmbiguousDocumentException">The document may be any of several of the reference.</exception>
    /// <exception cref="DuplicateDocumentException">A document of the reference was compared already.</exception>
    public IEnumerable<LanguageDifference> Compare(LanguageDocument document)
    {
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
        return Differences(document.TaskKind, document.TaskName, id, document, reference);
    }

    /// <summary>What only the reference has. To be called once, after the last document.</summary>
    public IEnumerable<LanguageDifference> Rest()
    {
        foreach (var reference in references.Where(reference => !tasks.Exists(task => task.Reference == reference)).ToArray())
            tasks.Add(new TaskComparison(reference.Kind, reference.Name, reference));
        foreach (var task in tasks)
        {
            foreach (var document in task.Unclaimed)
            {
                Notes.OnlyInReference.Add(document.Id);
                foreach (var row in Differences(task.Kind, task.Name, document.Id, null, document))
                    yield return row;
            }
        }
    }

    private IEnumerable<LanguageDifference> Differences(string kind, string? name, string id, LanguageDocument? document, ReferenceDocument? reference)
    {
        var text = textOf(id) ?? (reference is null ? null : textOf(reference.Id));
        var difference = document is null ? null : DocumentSide.Of(document, text);
        if (difference?.Unplaced > 0)
            Notes.Unplaced.Add(id);
        var right = labels?.Find(id) is { } labelled ? DocumentSide.Of(labelled, text) : null;
        var before = reference?.SideIn(text);
        var areExclusive = kind == LabelKinds.SingleLabel || (kind.Length == 0 && before?.Rows.Count <= 1 && difference?.Rows.Count <= 1);
        foreach (var row in new DocumentComparison(text, areExclusive, minimumChange).Compare(before, difference, right))
        {
            row.DocumentId = id;
            row.TaskKind = kind.Length > 0 ? kind : null;
            row.TaskName = name;
            yield return row;
        }
    }

    // The task of the same name, else the only one of the kind.
    private TaskComparison? TaskOf(LanguageDocument document)
    {
        var known = tasks.Find(task => task.Kind == document.TaskKind && task.Name == document.TaskName);
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
