using System.Text.Json;

namespace LanguageJobs.Wire;

/// <summary>
/// Reads the body of a job as any API version writes it, in one pass over its bytes. What the versions call the same thing
/// is listed here once: the lists of tasks (<c>…Tasks</c> arrays in <c>tasks</c> or in <c>tasks.tasks</c>, or
/// <c>tasks.items</c>), the results of a health job, the time of the last change, and the link to the next page.
/// </summary>
internal sealed class JobBody
{
    private readonly LanguageJob job = new(new JobIdentity());
    private readonly List<LanguageTask> tasks = [];
    private readonly TaskBody taskBody;
    private LanguageTask? healthTask;
    private int? total;
    private string? nextLink;
    private bool looksLikeAJob;
    private ErrorBody? error;

    private JobBody() => taskBody = new TaskBody(job.Identity);

    /// <summary>Reads one body.</summary>
    /// <exception cref="WireFormatException">The bytes are not JSON, end early, or are not a job.</exception>
    public static JobPage Read(ReadOnlySpan<byte> utf8, StringPool pool)
    {
        var body = new JobBody();
        var reader = new WireReader(utf8, pool);
        try
        {
            if (reader.Peek() != JsonTokenType.StartObject)
                throw reader.Expected("the object of a job");
            body.ReadJob(ref reader);
            reader.End();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw reader.Explain(e);
        }
        return body.ToPage();
    }

    /// <summary>True where a list of tasks comes next.</summary>
    public static bool IsTaskList(ref WireReader reader) =>
        (reader.Is("items"u8) || reader.EndsWith("Tasks"u8)) && reader.Peek() == JsonTokenType.StartArray;

    private void ReadJob(ref WireReader reader)
    {
        reader.EnterObject();
        DateTimeOffset? updated = null, update = null;
        while (reader.NextMember())
        {
            if (reader.Is("jobId"u8)) job.Identity.JobId = Id(ref reader);
            else if (reader.Is("displayName"u8)) job.DisplayName = reader.Text();
            else if (reader.Is("status"u8)) job.Status = reader.Word();
            else if (reader.Is("createdDateTime"u8)) job.CreatedDateTime = reader.Time();
            else if (reader.Is("lastUpdatedDateTime"u8)) updated = reader.Time();
            else if (reader.Is("lastUpdateDateTime"u8)) update = reader.Time();
            else if (reader.Is("expirationDateTime"u8)) job.ExpirationDateTime = reader.Time();
            else if (reader.Is("errors"u8)) job.Errors = ReadErrors(ref reader);
            else if (reader.Is("statistics"u8)) job.Statistics = StatisticsBody.Read(ref reader);
            else if (reader.Is("tasks"u8)) ReadTasks(ref reader);
            else if (reader.Is("results"u8) && reader.Peek() == JsonTokenType.StartObject) healthTask = taskBody.ReadHealth(ref reader);
            else if (reader.Is("nextLink"u8) || reader.Is("@nextLink"u8)) nextLink = reader.Text() ?? nextLink;
            else if (reader.Is("error"u8)) error = ErrorBody.Read(ref reader);
            else reader.Skip();
        }
        job.LastUpdateDateTime = updated ?? update;
    }

    private string? Id(ref WireReader reader)
    {
        looksLikeAJob = true;
        return reader.Text();
    }

    private void ReadTasks(ref WireReader reader)
    {
        looksLikeAJob = true;
        if (!reader.EnterObject())
            return;
        while (reader.NextMember())
        {
            if (reader.Is("completed"u8)) job.Completed = reader.Int32();
            else if (reader.Is("failed"u8)) job.Failed = reader.Int32();
            else if (reader.Is("inProgress"u8)) job.InProgress = reader.Int32();
            else if (reader.Is("total"u8)) total = reader.Int32();
            else if (IsTaskList(ref reader)) ReadTaskList(ref reader);
            else if (reader.Is("tasks"u8) && reader.Peek() == JsonTokenType.StartObject) ReadTasks(ref reader);
            else reader.Skip();
        }
    }

    private void ReadTaskList(ref WireReader reader)
    {
        var kind = reader.Is("items"u8) ? "" : reader.MemberName();
        reader.EnterArray();
        while (reader.NextElement())
        {
            if (reader.Peek() == JsonTokenType.StartObject)
                tasks.Add(taskBody.Read(ref reader, kind));
            else
                reader.Skip();
        }
    }

    private LanguageJobError[] ReadErrors(ref WireReader reader)
    {
        if (!reader.EnterArray())
            return [];
        var errors = new List<LanguageJobError>();
        while (reader.NextElement())
        {
            var (code, message, target) = ErrorBody.Read(ref reader);
            errors.Add(new LanguageJobError(job.Identity) { Code = code, Message = message, Target = target });
        }
        return [.. errors];
    }

    private JobPage ToPage()
    {
        if (!looksLikeAJob)
        {
            throw new WireFormatException(error is { } e
                ? $"The JSON is not a job but an error of the service: {e.Code}: {e.Message}"
                : "The JSON is not a job: it has neither a jobId nor tasks.");
        }
        job.Total = total ?? 0;
        job.Tasks = [.. tasks];
        // While a job runs the service may list only some of its tasks, and a target counts those of the request.
        if (total is { } all ? job.Tasks.Length >= all : job.IsFinished)
            MatchErrorsToTasks();
        if (healthTask is not null && job.Tasks.Length == 0)
            TakeHealthTask(healthTask);
        if (JobStatus.IsFailed(job.Status) && !job.HasErrors)
            job.Errors = [Unexplained("job", new LanguageJobError(job.Identity) { Code = "JobFailed" })];
        return new JobPage(job, nextLink);
    }

    // The reason of a failed task stands among the job's errors, with a pointer to the task; often it is missing.
    private void MatchErrorsToTasks()
    {
        var allPlaced = true;
        foreach (var reason in job.Errors)
        {
            reason.Task = TaskTarget.Find(job.Tasks, reason.Target)?.Identity;
            allPlaced &= reason.Task is not null || reason.Target is null;
        }
        if (!allPlaced)
            return;
        foreach (var task in job.Tasks)
        {
            if (JobStatus.IsFailed(task.Status) && !IsExplained(task))
                task.Errors = [Unexplained("task", LanguageJobError.OfTask(task.Identity, code: "TaskFailed"))];
        }
    }

    private bool IsExplained(LanguageTask task) => task.Errors.Length > 0 || Array.Exists(job.Errors, reason => reason.Task == task.Identity);

    // A health job of v3.x (…/entities/health/jobs) has its results where others have tasks: it is its own only task.
    private void TakeHealthTask(LanguageTask task)
    {
        task.Status = job.Status;
        task.LastUpdateDateTime = job.LastUpdateDateTime;
        job.Tasks = [task];
        job.Total = 1;
        job.Failed = JobStatus.IsFailed(job.Status) ? 1 : 0;
        job.InProgress = job.IsFinished ? 0 : 1;
        job.Completed = 1 - job.Failed - job.InProgress;
    }

    private static LanguageJobError Unexplained(string what, LanguageJobError error)
    {
        error.Message = $"The {what} failed; the service gives no reason for it.";
        return error;
    }
}
