namespace LanguageJobs;

/// <summary>One class that a classification task gave a document. A multi-label task may give none or several.</summary>
/// <remarks>
/// The service's <c>classification</c> and <c>classifications</c> (v3.2-preview.2), and <c>class</c> (2022-03-01-preview and later).
/// </remarks>
public sealed class LanguageClass
{
    private readonly DocumentIdentity document;

    internal LanguageClass(DocumentIdentity document) => this.document = document;

    /// <summary>The id of the job, a GUID as the service writes it.</summary>
    public string? JobId => document.Task.Job.JobId;

    /// <summary>The name that the request gave the task; null when it gave none.</summary>
    public string? TaskName => document.Task.Name;

    /// <summary>The kind of the task, for example <c>CustomSingleLabelClassification</c>.</summary>
    public string TaskKind => document.Task.Kind;

    /// <summary>The id that the request gave the document.</summary>
    public string? DocumentId => document.DocumentId;

    /// <summary>The class, one of those that the project defines.</summary>
    public string Category { get; internal set; } = "";

    /// <summary>The confidence, from 0 to 1; NaN when the service gave none.</summary>
    public double ConfidenceScore { get; internal set; } = double.NaN;

    /// <summary>The class and its confidence.</summary>
    public override string ToString() => FormattableString.Invariant($"{Category} ({ConfidenceScore:0.00})");
}
