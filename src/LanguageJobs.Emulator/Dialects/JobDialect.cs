using System.Globalization;
using System.Text.Json;
using LanguageJobs.Emulator.Jobs;

namespace LanguageJobs.Emulator.Dialects;

/// <summary>How an API version writes a job. The order of members is the one that the service was seen to use.</summary>
internal abstract class JobDialect
{
    private const string JobTime = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string TaskTime = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    protected virtual string LastUpdateName => "lastUpdateDateTime";

    public static JobDialect For(JobRequest request) => request switch
    {
        { Generation: ApiGeneration.Language } => new LanguageDialect(request.ApiVersion),
        { Dialect: EmulatorDialect.Documented } => new DocumentedDialect(request.ApiVersion),
        _ => new TextAnalyticsDialect(request.ApiVersion),
    };

    public virtual void Write(Utf8JsonWriter writer, JobSnapshot job, JobRequest request)
    {
        writer.WriteStartObject();
        writer.WriteString("jobId", job.Id);
        writer.WriteString(LastUpdateName, JobTimeOf(job.LastUpdate));
        writer.WriteString("createdDateTime", JobTimeOf(job.Created));
        writer.WriteString("expirationDateTime", JobTimeOf(job.Expires));
        writer.WriteString("status", Word(job.Status));
        WriteErrors(writer, job);
        if (DisplayName(job) is { } name)
            writer.WriteString("displayName", name);
        WriteTasks(writer, job, request);
        if (request.Page.Next(job.Documents) is { } next)
            writer.WriteString(request.NextLinkName, request.LinkTo(next));
        writer.WriteEndObject();
    }

    protected virtual string Word(string status) => status;

    protected virtual string? DisplayName(JobSnapshot job) => job.DisplayName;

    /// <summary>Where an error of a task points.</summary>
    protected abstract string Target(JobSnapshot job, int task);

    protected abstract void WriteTaskLists(Utf8JsonWriter writer, JobSnapshot job, JobRequest request);

    protected abstract void WriteTaskHead(Utf8JsonWriter writer, JobSnapshot job, TaskState task);

    protected abstract void WriteClasses(Utf8JsonWriter writer, TaskState task, DocumentOutcome document);

    protected virtual void WriteResults(TaskResultsWriter results) => results.Write();

    protected virtual void WriteTasks(Utf8JsonWriter writer, JobSnapshot job, JobRequest request)
    {
        writer.WriteStartObject("tasks");
        WriteCounters(writer, job);
        WriteTaskLists(writer, job, request);
        writer.WriteEndObject();
    }

    protected static void WriteCounters(Utf8JsonWriter writer, JobSnapshot job)
    {
        writer.WriteNumber("completed", job.Completed);
        writer.WriteNumber("failed", job.Failed);
        writer.WriteNumber("inProgress", job.InProgress);
        writer.WriteNumber("total", job.Tasks.Count);
    }

    protected void WriteTask(Utf8JsonWriter writer, JobSnapshot job, TaskState task, JobRequest request)
    {
        writer.WriteStartObject();
        WriteTaskHead(writer, job, task);
        // A failed task has no results at all.
        if (task.Outcome.Error is null)
        {
            writer.WritePropertyName("results");
            WriteResults(new TaskResultsWriter(writer, request, task, WriteClasses));
        }
        writer.WriteEndObject();
    }

    protected static string TaskTimeOf(TaskState task) => Format(task.LastUpdate, TaskTime);

    private static string Format(DateTimeOffset time, string format) => time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);

    protected static string JobTimeOf(DateTimeOffset time) => Format(time, JobTime);

    protected void WriteErrors(Utf8JsonWriter writer, JobSnapshot job)
    {
        writer.WriteStartArray("errors");
        for (var task = 0; task < job.Tasks.Count; task++)
        {
            if (job.Tasks[task] is { Status: "failed", Outcome.Error: { } error })
                WriteError(writer, error, Target(job, task));
        }
        writer.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter writer, JobError error, string target)
    {
        writer.WriteStartObject();
        writer.WriteString("code", error.Code);
        writer.WriteString("message", error.Message);
        writer.WriteString("target", target);
        writer.WriteEndObject();
    }
}
