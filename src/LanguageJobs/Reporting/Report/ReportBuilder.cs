using LanguageJobs.Labels;
using LanguageJobs.Scoring;
using LanguageJobs.Texts;

namespace LanguageJobs.Reporting;

/// <summary>
/// Makes a report of what comes: first the reference jobs, then jobs, documents and errors in any order, in the end what only the labels or
/// the reference jobs have.
/// </summary>
internal sealed class ReportBuilder
{
    /// <summary>From which difference of the confidence scores on a row has changed.</summary>
    private const double MinimumChange = 0.05;

    private readonly Report report;
    private readonly Func<string, DocumentText?>? textOf;
    private readonly LabelSet? labels;
    private readonly Evaluation? scores;
    private readonly Comparison? mistakes;
    private readonly Comparison? changes;
    private readonly Dictionary<(string? JobId, string Id), ReportDocument> documents = [];
    private readonly DocumentIndex<ReportDocument> documentsById = new();
    private Evaluation? confusion;

    /// <param name="report">The report, still empty.</param>
    /// <param name="textOf">Finds a document's text; null when there are no texts.</param>
    /// <param name="labels">What is right; null when it is not known.</param>
    public ReportBuilder(Report report, Func<string, DocumentText?>? textOf, LabelSet? labels)
    {
        this.report = report;
        this.textOf = textOf;
        this.labels = labels;
        if (report.ReferenceJobs is not null)
            changes = new Comparison(labels, MinimumChange, textOf);
        if (labels is null)
            return;
        scores = new Evaluation(labels, new EvaluationOptions(), textOf);
        confusion = new Evaluation(labels, new EvaluationOptions { IsConfusion = true }, textOf);
        mistakes = new Comparison(null, 0, textOf);
        mistakes.AddReference(labels);
    }

    /// <summary>Documents with entities whose text nobody has.</summary>
    public List<string> WithoutText { get; } = [];

    /// <summary>Documents with entities of which none stands in the text where the job found it.</summary>
    public List<string> WithOtherText { get; } = [];

    /// <summary>What should be known of the scores; null without labels.</summary>
    public EvaluationNotes? ScoreNotes => scores?.Notes;

    /// <summary>True when nothing has come to report.</summary>
    public bool IsEmpty => report.Jobs.Count + report.Documents.Count == 0;

    /// <summary>Takes a reference job, or a page of one.</summary>
    public void AddReference(LanguageJob job) => NameReference(ReportJob.Of(job));

    /// <summary>Takes a document of a reference job.</summary>
    public void AddReference(LanguageDocument document)
    {
        NameReference(new ReportJob(document.JobId));
        changes!.AddReference(document);
    }

    /// <summary>Takes a job, or a page of one.</summary>
    public void Add(LanguageJob job) => report.NumberOf(ReportJob.Of(job));

    /// <summary>Takes what a task found in a document.</summary>
    public void Add(LanguageDocument found)
    {
        var id = found.DocumentId ?? "";
        var text = textOf?.Invoke(id);
        var places = EntityPlaces.In(text, found.Entities);
        if (text is null && found.Entities.Length > 0)
            WithoutText.Add(id);
        if (text is not null && places.Length > 0 && Array.TrueForAll(places, place => place is null))
            WithOtherText.Add(id);
        var result = DocumentOf(found.JobId, id, text).ResultFor(report.NumberOf(found.TaskKind, found.TaskName));
        result.Add(found, places);
        foreach (var category in found.Entities.Select(entity => entity.Category).Concat(found.Classes.Select(row => row.Category)))
            report.NumberOf(category);

        scores?.Add(found);
        CountConfusion(found);
        if (labels is not null && labels.Fit(found) && labels.Find(id) is not null)
            result.Mistakes = [.. mistakes!.Compare(found)];
        if (changes is not null)
            result.Changes = [.. changes.Compare(found)];
    }

    /// <summary>Takes an error of a job, a task or a document.</summary>
    public void Add(LanguageJobError error)
    {
        if (error.Scope != LanguageErrorScope.Document)
        {
            report.Errors.Add(error);
            return;
        }
        var id = error.DocumentId ?? "";
        DocumentOf(error.JobId, id, textOf?.Invoke(id)).ResultFor(report.NumberOf(error.TaskKind, error.TaskName)).Error = error;
        scores?.Add(error);
        confusion?.Add(error);
    }

    /// <summary>Adds what only the labels or the reference jobs have, and the scores. To be called once.</summary>
    public Report Finish()
    {
        if (scores is { HasDocuments: true })
        {
            scores.Finish();
            report.Scores = [.. scores.Scores()];
        }
        if (confusion is { HasDocuments: true })
        {
            confusion.Finish();
            report.Confusions = [.. confusion.Confusions()];
        }
        foreach (var mistake in mistakes?.Rest() ?? [])
            (Missing(mistake).Mistakes ??= []).Add(mistake);
        foreach (var change in changes?.Rest() ?? [])
            (Missing(change).Changes ??= []).Add(change);
        return report;
    }

    private void NameReference(ReportJob job)
    {
        if (!report.ReferenceJobs!.Exists(known => known.Id == job.Id))
            report.ReferenceJobs.Add(job);
    }

    // A document with several classes ends the matrix, and nothing else.
    private void CountConfusion(LanguageDocument found)
    {
        try
        {
            confusion?.Add(found);
        }
        catch (NotSupportedException)
        {
            confusion = null;
        }
    }

    private ReportResult Missing(LanguageDifference difference)
    {
        var id = difference.DocumentId ?? "";
        var document = documentsById.Find(id) ?? Add(new ReportDocument(id, null, TextIn(textOf?.Invoke(id))));
        return document.ResultOf(report.NumberOf(difference.TaskKind, difference.TaskName));
    }

    private ReportDocument DocumentOf(string? jobId, string id, DocumentText? text)
    {
        if (documents.TryGetValue((jobId, id), out var document))
            return document;
        document = Add(new ReportDocument(id, report.NumberOf(new ReportJob(jobId)), TextIn(text)));
        documents.Add((jobId, id), document);
        return document;
    }

    private ReportDocument Add(ReportDocument document)
    {
        report.Documents.Add(document);
        documentsById.Add(document.Id, document);
        return document;
    }

    private string? TextIn(DocumentText? text) => report.ExcludesText ? null : text?.Text;
}
