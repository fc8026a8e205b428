namespace LanguageJobs;

/// <summary>What one task found in one document.</summary>
public sealed class LanguageDocument
{
    private DocumentExtras? extras;

    internal LanguageDocument(DocumentIdentity identity) => Identity = identity;

    internal DocumentIdentity Identity { get; }

    /// <summary>The id of the job, a GUID as the service writes it.</summary>
    public string? JobId => Identity.Task.Job.JobId;

    /// <summary>The name that the request gave the task; null when it gave none.</summary>
    public string? TaskName => Identity.Task.Name;

    /// <summary>The kind of the task, for example <c>CustomEntityRecognition</c>.</summary>
    public string TaskKind => Identity.Task.Kind;

    /// <summary>The id that the request gave the document.</summary>
    public string? DocumentId => Identity.DocumentId;

    /// <summary>The classes of the document, in the service's order; empty for tasks that do not classify.</summary>
    public LanguageClass[] Classes { get; internal set; } = [];

    /// <summary>The entities in the document, in the service's order (v3.2-preview.2 and 2022-05-01 do not sort them by offset).</summary>
    public LanguageEntity[] Entities { get; internal set; } = [];

    /// <summary>The service's warnings, for example that the document was cut off.</summary>
    public LanguageWarning[] Warnings { get; internal set; } = [];

    /// <summary>The document's size; null unless statistics were asked for.</summary>
    public LanguageDocumentStatistics? Statistics { get; internal set; }

    /// <summary>The language that the service detected; null unless the request said <c>auto</c>.</summary>
    public LanguageDetectedLanguage? DetectedLanguage { get; internal set; }

    /// <summary>The text with personal data masked; null unless the task is a <c>PiiEntityRecognition</c>.</summary>
    public string? RedactedText
    {
        get => extras?.RedactedText;
        internal set => (extras ??= new DocumentExtras()).RedactedText = value;
    }

    /// <summary>
    /// Everything that the service says about the document and that has no property here, as raw JSON text by name: <c>keyPhrases</c>,
    /// <c>summaries</c>, <c>sentiment</c>, <c>relations</c> … A member that a property holds only in part stands here too, whole.
    /// Null where there is nothing.
    /// </summary>
    public IReadOnlyDictionary<string, string>? AdditionalProperties
    {
        get => extras?.AdditionalProperties;
        internal set => (extras ??= new DocumentExtras()).AdditionalProperties = value;
    }

    /// <summary>The document's id and how many classes and entities it has.</summary>
    public override string ToString() => $"{DocumentId}: {Classes.Length} classes, {Entities.Length} entities";
}
