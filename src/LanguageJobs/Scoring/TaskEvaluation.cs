using LanguageJobs.Labels;

namespace LanguageJobs.Scoring;

/// <summary>One task of an evaluation, combined over all jobs that have it: its documents and their counts.</summary>
internal sealed class TaskEvaluation
{
    private readonly string kind;
    private readonly string? name;
    private readonly bool isSingleLabel;
    private readonly bool areClasses;
    private readonly ScoreSheet[] scores;
    private readonly ConfusionSheet? confusion;
    private readonly Dictionary<LabelledDocument, (string DocumentId, string? JobId)> claims = [];
    private readonly HashSet<LabelledDocument> failed = [];

    public TaskEvaluation(string kind, string? name, LabelSet labels, EvaluationOptions options)
    {
        this.kind = kind;
        this.name = name;
        areClasses = labels.AreClasses || LabelKinds.AreClasses(kind);
        isSingleLabel = (kind.Length > 0 ? kind : labels.Kind) == LabelKinds.SingleLabel;
        if (options.IsConfusion)
            (scores, confusion) = ([], new ConfusionSheet());
        else
            scores = [.. options.Thresholds.Select(threshold => new ScoreSheet(options.Match, threshold, areClasses))];
    }

    /// <summary>True when there was a labelled document, even a failed one.</summary>
    public bool HasDocuments => claims.Count + failed.Count > 0;

    public bool HasResults(LabelledDocument document) => claims.ContainsKey(document);

    public bool HasFailed(LabelledDocument document) => failed.Contains(document);

    public void Fail(LabelledDocument document) => failed.Add(document);

    /// <summary>Records which document of which job belongs to a labelled document.</summary>
    /// <exception cref="DuplicateDocumentException">The labelled document already has one.</exception>
    public void Claim(LabelledDocument labelled, string? jobId, string documentId)
    {
        if (claims.TryGetValue(labelled, out var first))
            throw new DuplicateDocumentException(labelled.Id, first, (documentId, jobId));
        claims.Add(labelled, (documentId, jobId));
    }

    /// <summary>Counts a document; without results all its labels are missed.</summary>
    /// <exception cref="NotSupportedException">A document has several classes, and a confusion matrix is wanted.</exception>
    public void Add(DocumentSide labels, DocumentSide? results)
    {
        foreach (var sheet in scores)
            sheet.Add(labels, results);
        if (confusion is null)
            return;
        if (areClasses && !isSingleLabel && (kind == LabelKinds.MultiLabel || labels.Rows.Count > 1 || results?.Rows.Count > 1))
            throw new NotSupportedException("There is no confusion matrix for multi-label classification, because a document can have several classes.");
        confusion.Add(labels, results);
    }

    public IEnumerable<LanguageScore> Scores() => scores.SelectMany(sheet => sheet.Rows()).Select(row =>
    {
        row.TaskKind = kind.Length > 0 ? kind : null;
        row.TaskName = name;
        return row;
    });

    public IEnumerable<LanguageConfusion> Confusions() => (confusion?.Rows() ?? []).Select(row =>
    {
        row.TaskName = name;
        return row;
    });
}
