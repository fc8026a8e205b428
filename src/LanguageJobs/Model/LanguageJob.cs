namespace LanguageJobs;

/// <summary>An asynchronous job of Azure AI Language: its state and, as far as they are there, its results.</summary>
/// <remarks>The service keeps a job's results for 24 hours after the job was taken, then purges them.</remarks>
public sealed class LanguageJob
{
    private string[]? kinds;
    private string[]? projects;
    private int? documentCount;

    internal LanguageJob(JobIdentity identity) => Identity = identity;

    internal JobIdentity Identity { get; }

    /// <summary>The id of the job, a GUID as the service writes it.</summary>
    public string? JobId => Identity.JobId;

    /// <summary>The name that the request gave the job; v3.x says <c>NA</c> when it gave none.</summary>
    public string? DisplayName { get; internal set; }

    /// <summary>The service's own word, untouched: <c>notStarted</c>, <c>running</c>, <c>succeeded</c> …; an open set.</summary>
    public string? Status { get; internal set; }

    /// <summary>True when the status is one that the service never leaves. An unknown word means false.</summary>
    public bool IsFinished => JobStatus.IsFinished(Status);

    /// <summary>True when the job, one of its tasks or one of its documents has an error.</summary>
    public bool HasErrors => Errors.Length > 0 || Array.Exists(Tasks, task => task.Errors.Length > 0);

    /// <summary>When the service took the job.</summary>
    public DateTimeOffset? CreatedDateTime { get; internal set; }

    /// <summary>When the job last changed.</summary>
    public DateTimeOffset? LastUpdateDateTime { get; internal set; }

    /// <summary>When the service purges the results.</summary>
    public DateTimeOffset? ExpirationDateTime { get; internal set; }

    /// <summary>Tasks that are done.</summary>
    public int Completed { get; internal set; }

    /// <summary>Tasks that failed.</summary>
    public int Failed { get; internal set; }

    /// <summary>Tasks that are not done yet, those not started included.</summary>
    public int InProgress { get; internal set; }

    /// <summary>All tasks. The other three may add up to less while a job is being cancelled, and after that.</summary>
    public int Total { get; internal set; }

    /// <summary>The tasks that the service lists; while the job runs it may list only those that are done.</summary>
    public LanguageTask[] Tasks { get; internal set; } = [];

    /// <summary>The errors of the job itself; those of tasks and documents are in <see cref="Tasks"/>.</summary>
    public LanguageJobError[] Errors { get; internal set; } = [];

    /// <summary>How many documents the job had; null unless statistics were asked for and the API version gives them.</summary>
    public LanguageStatistics? Statistics { get; internal set; }

    /// <summary>The endpoint that has the job; null for a job read from a file.</summary>
    public string? Endpoint { get; internal set; }

    /// <summary>The API version that the job was read with; null for a job read from a file.</summary>
    public string? ApiVersion { get; internal set; }

    /// <summary>
    /// The job's address at the service: the endpoint, the part of the API, the API version and the id in one. As a handle it counts more
    /// than the other properties. Null for a job read from a file.
    /// </summary>
    public string? OperationLocation { get; internal set; }

    /// <summary>The ids of the documents that went into the job; empty unless Start-LanguageJob emitted the object.</summary>
    public LanguageDocumentIds DocumentIds { get; internal set; } = new([]);

    /// <summary>
    /// True when every page of the job was read and merged into this object: commands take its results from it and send no request.
    /// False for a job that was started or polled, and for a file that holds one of several pages.
    /// </summary>
    public bool IsWhole { get; internal set; }

    /// <summary>The full path of the file that the job was imported from; null for a job of the service.</summary>
    public string? Path { get; internal set; }

    /// <summary>The kinds of its tasks, as far as they are known, each once.</summary>
    public string[] Kinds
    {
        get => kinds ?? Names(task => task.Kind);
        internal set => kinds = value;
    }

    /// <summary>The projects whose models its tasks use, as far as they are known, each once.</summary>
    public string[] Projects
    {
        get => projects ?? Names(task => task.ProjectName);
        internal set => projects = value;
    }

    /// <summary>How many documents went into the job; null when it is not known.</summary>
    public int? DocumentCount
    {
        get => documentCount ?? (IsWhole ? CountDocuments() : null);
        internal set => documentCount = value;
    }

    /// <summary>Where Export-LanguageJob wrote the job to last; known of jobs of the history alone.</summary>
    public string? ExportedTo { get; internal set; }

    /// <summary>How far the service's time was ahead of this machine's when the history learned of the job.</summary>
    internal TimeSpan? Skew { get; set; }

    /// <summary>True for a job of the history that the service said it does not have any more.</summary>
    internal bool IsPurged { get; set; }

    /// <summary>The errors of the job, then those of its tasks and their documents.</summary>
    internal IEnumerable<LanguageJobError> AllErrors => Errors.Concat(Tasks.SelectMany(task => task.Errors));

    /// <summary>The job's id and status.</summary>
    public override string ToString() => $"{JobId} ({Status})";

    // Every task has the same documents; those that failed have errors instead of results.
    private int CountDocuments() => Tasks
        .SelectMany(task => task.Documents.Select(document => document.DocumentId).Concat(task.Errors.Select(error => error.DocumentId)))
        .OfType<string>().Distinct().Count();

    private string[] Names(Func<LanguageTask, string?> name) => [.. Tasks.Select(name).OfType<string>().Where(text => text.Length > 0).Distinct()];
}
