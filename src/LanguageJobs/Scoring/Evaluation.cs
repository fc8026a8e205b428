using LanguageJobs.Labels;
using LanguageJobs.Texts;

namespace LanguageJobs.Scoring;

/// <summary>
/// Compares results with labels. Each document is counted when it comes, so memory grows with the labels and the categories, not with
/// the jobs.
/// </summary>
internal sealed class Evaluation
{
    private readonly LabelSet labels;
    private readonly EvaluationOptions options;
    private readonly Func<string, DocumentText?>? textOf;
    private readonly SortedDictionary<(string Kind, string? Name), TaskEvaluation> tasks = new(Comparer<(string Kind, string? Name)>.Create(Compare));
    private readonly List<LabelledDocument> scored;
    private readonly OffsetCheck offsets = new();
    private int documents;

    /// <param name="labels">The labels.</param>
    /// <param name="options">What the evaluation is about.</param>
    /// <param name="textOf">Finds a document's text; null when there are no texts, and offsets are UTF-16.</param>
    /// <exception cref="LabelFormatException">No labelled document is in the dataset.</exception>
    /// <exception cref="NotSupportedException">The labels are classes, and the options are for entities.</exception>
    public Evaluation(LabelSet labels, EvaluationOptions options, Func<string, DocumentText?>? textOf)
    {
        this.labels = labels;
        this.options = options;
        this.textOf = textOf;
        scored = [.. labels.Documents.Where(IsScored)];
        if (scored.Count == 0)
            throw new LabelFormatException(options.Dataset is { } dataset ? $"No labelled document belongs to the dataset {dataset}." : "No document is labelled.");
        if (labels.AreClasses && options.Match != LanguageMatch.Exact)
            throw new NotSupportedException($"-Match {options.Match} works with entities only, and the labels are classes.");
    }

    /// <summary>True when there is something to score.</summary>
    public bool HasDocuments => documents > 0;

    /// <summary>True when results and labels seem to count in different units and no text shows which.</summary>
    public bool HasShiftedOffsets => offsets.IsShifted;

    /// <summary>The documents that warnings should name.</summary>
    public EvaluationNotes Notes { get; } = new();

    /// <summary>Counts what a task found in a document.</summary>
    /// <exception cref="AmbiguousDocumentException">The document's id matches more than one labelled document.</exception>
    /// <exception cref="DuplicateDocumentException">The labelled document has results of the task already.</exception>
    /// <exception cref="NotSupportedException">A document has several classes, and a confusion matrix is wanted.</exception>
    public void Add(LanguageDocument document)
    {
        documents++;
        if (!labels.Fit(document))
            return;
        var task = TaskOf(document.TaskKind, document.TaskName);
        if (labels.Find(document.DocumentId ?? "") is not { } labelled)
        {
            Notes.Unknown.Add(document.DocumentId ?? "");
            return;
        }
        task.Claim(labelled, document.JobId, document.DocumentId ?? "");
        if (!IsScored(labelled))
            return;

        var text = TextOf(document.DocumentId ?? "", labelled.Id);
        var results = DocumentSide.Of(document, text);
        if (results.Unplaced > 0)
            Notes.UnplacedResults.Add(document.DocumentId ?? "");
        if (options.Thresholds.Any(threshold => threshold is not null) && results.Rows.Exists(row => double.IsNaN(row.Confidence)))
            Notes.Unsure.Add(document.DocumentId ?? "");
        var side = SideOf(labelled, text);
        if (text is null && !labels.AreClasses)
            offsets.Add(side, results);
        task.Add(side, results);
    }

    /// <summary>Notes a document that failed. Its labels are missed, unless another job of the task has results for it.</summary>
    /// <exception cref="AmbiguousDocumentException">The document's id matches more than one labelled document.</exception>
    public void Add(LanguageJobError failure)
    {
        documents++;
        var kind = failure.TaskKind ?? "";
        if (failure.DocumentId is not { } id || !labels.Fit(kind))
            return;
        if (labels.Find(id) is { } labelled)
            TaskOf(kind, failure.TaskName).Fail(labelled);
    }

    /// <summary>Counts the labelled documents without results. Call it once, after the last document.</summary>
    /// <exception cref="NoDocumentMatchesException">No document is a labelled one.</exception>
    public void Finish()
    {
        if (documents > 0 && !tasks.Values.Any(task => task.HasDocuments))
            throw new NoDocumentMatchesException(tasks.Count > 0 ? Notes.Unknown : null, labels);
        foreach (var task in tasks.Values)
        {
            foreach (var labelled in scored.Where(labelled => !task.HasResults(labelled)))
            {
                (task.HasFailed(labelled) ? Notes.Failed : Notes.Missing).Add(labels.AsFound(labelled));
                task.Add(SideOf(labelled, null), null);
            }
        }
    }

    /// <summary>The scores of each task, at each threshold: categories in ordinal order, then the averages.</summary>
    public IEnumerable<LanguageScore> Scores() => tasks.Values.SelectMany(task => task.Scores());

    /// <summary>The confusion matrix of each task.</summary>
    public IEnumerable<LanguageConfusion> Confusions() => tasks.Values.SelectMany(task => task.Confusions());

    private bool IsScored(LabelledDocument document) =>
        options.Dataset is null || !labels.SayDatasets || string.Equals(options.Dataset, document.Dataset, StringComparison.OrdinalIgnoreCase);

    // Classes have no place in the text.
    private DocumentText? TextOf(string id, string otherId)
    {
        if (textOf is null || labels.AreClasses)
            return null;
        var text = textOf(id) ?? textOf(otherId);
        if (text is null)
            Notes.WithoutText.Add(id);
        return text;
    }

    private DocumentSide SideOf(LabelledDocument labelled, DocumentText? text)
    {
        var side = DocumentSide.Of(labelled, text);
        if (side.Unplaced > 0)
            Notes.UnplacedLabels.Add(labelled.Id);
        return side;
    }

    private TaskEvaluation TaskOf(string kind, string? name)
    {
        if (!tasks.TryGetValue((kind, name), out var task))
            tasks[(kind, name)] = task = new TaskEvaluation(kind, name, labels, options);
        return task;
    }

    private static int Compare((string Kind, string? Name) a, (string Kind, string? Name) b)
    {
        var order = string.CompareOrdinal(a.Kind, b.Kind);
        return order != 0 ? order : string.CompareOrdinal(a.Name, b.Name);
    }
}
