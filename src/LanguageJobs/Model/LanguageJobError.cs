namespace LanguageJobs;

/// <summary>An error that the service reports inside a job: for the job, for one of its tasks or for one document.</summary>
public sealed class LanguageJobError
{
    private readonly JobIdentity job;

    internal LanguageJobError(JobIdentity job) => this.job = job;

    internal TaskIdentity? Task { get; set; }

    internal static LanguageJobError OfTask(TaskIdentity task, string? code, string? message = null, string? target = null) =>
        new(task.Job) { Scope = LanguageErrorScope.Task, Task = task, Code = code, Message = message, Target = target };

    internal static LanguageJobError OfDocument(TaskIdentity task, string? documentId, string? code, string? message, string? target)
    {
        var error = OfTask(task, code, message, target);
        error.Scope = LanguageErrorScope.Document;
        error.DocumentId = documentId;
        return error;
    }

    /// <summary>The id of the job, a GUID as the service writes it.</summary>
    public string? JobId => job.JobId;

    /// <summary>The name that the request gave the task; null for errors of the job and for tasks without a name.</summary>
    public string? TaskName => Task?.Name;

    /// <summary>The kind of the task, for example <c>CustomEntityRecognition</c>; null for errors of the job.</summary>
    public string? TaskKind => Task?.Kind;

    /// <summary>The id of the failed document; null for errors of the job or a task.</summary>
    public string? DocumentId { get; internal set; }

    /// <summary>What the error is about.</summary>
    public LanguageErrorScope Scope { get; internal set; }

    /// <summary>The innermost, most specific code of the service, for example <c>InvalidDocument</c>. An open set.</summary>
    public string? Code { get; internal set; }

    /// <summary>The message that belongs to <see cref="Code"/>, in the service's words.</summary>
    public string? Message { get; internal set; }

    /// <summary>A JSON pointer into the request, for example <c>#/tasks/items/0</c>; usually null.</summary>
    public string? Target { get; internal set; }

    /// <summary>What failed, the code and the message.</summary>
    public override string ToString() => $"{Subject}: {Message ?? Code}";

    private string Subject => Scope switch
    {
        LanguageErrorScope.Document => $"Document '{DocumentId}'",
        LanguageErrorScope.Task => TaskName is null ? $"Task {TaskKind}" : $"Task '{TaskName}'",
        _ => $"Job {JobId}",
    };
}
