namespace LanguageJobs.Reporting;

/// <summary>A document of a job, with what each task found in it.</summary>
internal sealed class ReportDocument(string id, int? job, string? text)
{
    public string Id => id;

    /// <summary>The number of its job; null for a document that only the labels or the reference job know.</summary>
    public int? Job => job;

    /// <summary>The document's text; null when nobody gave it.</summary>
    public string? Text => text;

    public List<ReportResult> Results { get; } = [];

    public bool IsFailed => Results.Exists(result => result.Error is not null);

    public bool HasWarnings => Results.Exists(result => result.Warnings.Length > 0);

    /// <summary>The result of a task; it is made when there is none.</summary>
    public ReportResult ResultOf(int task) => Results.Find(result => result.Task == task) ?? Add(new ReportResult(task));

    /// <summary>A result of a task that holds nothing yet: a task may answer a document twice.</summary>
    public ReportResult ResultFor(int task) => Results.Find(result => result.Task == task && result.IsEmpty) ?? Add(new ReportResult(task));

    private ReportResult Add(ReportResult result)
    {
        Results.Add(result);
        return result;
    }
}
