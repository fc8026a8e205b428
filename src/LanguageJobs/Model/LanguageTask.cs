namespace LanguageJobs;

/// <summary>One task of a job: one model, applied to all documents of the job.</summary>
public sealed class LanguageTask
{
    internal LanguageTask(TaskIdentity identity) => Identity = identity;

    internal TaskIdentity Identity { get; }

    /// <summary>The id of the job, a GUID as the service writes it.</summary>
    public string? JobId => Identity.Job.JobId;

    /// <summary>
    /// The kind under its current name: <c>CustomEntityRecognition</c>, <c>CustomSingleLabelClassification</c>,
    /// <c>CustomMultiLabelClassification</c>, <c>EntityRecognition</c> … A kind that nobody knows yet keeps its name.
    /// </summary>
    public string Kind => Identity.Kind;

    /// <summary>The name that the request gave the task; null when it gave none.</summary>
    public string? Name => Identity.Name;

    /// <summary>The service's own word: <c>succeeded</c>, <c>running</c>, <c>failed</c> …; an open set.</summary>
    public string? Status { get; internal set; }

    /// <summary>When the task last changed; null when the service does not say.</summary>
    public DateTimeOffset? LastUpdateDateTime { get; internal set; }

    /// <summary>The project whose model was used; null for prebuilt kinds.</summary>
    public string? ProjectName { get; internal set; }

    /// <summary>The deployment whose model was used; null for prebuilt kinds.</summary>
    public string? DeploymentName { get; internal set; }

    /// <summary>The version of the prebuilt model that was used, for example <c>2023-04-15</c>; null for custom kinds.</summary>
    public string? ModelVersion { get; internal set; }

    /// <summary>The documents that have results, in the service's order, which is that of the request.</summary>
    public LanguageDocument[] Documents { get; internal set; } = [];

    /// <summary>The errors of the task and of its documents.</summary>
    public LanguageJobError[] Errors { get; internal set; } = [];

    /// <summary>How many documents the task had; null unless statistics were asked for.</summary>
    public LanguageStatistics? Statistics { get; internal set; }

    /// <summary>The kind, the name and the status.</summary>
    public override string ToString() => Name is null ? $"{Kind} ({Status})" : $"{Kind} '{Name}' ({Status})";
}
