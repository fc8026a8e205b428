using System.Text.Json;
using LanguageJobs.Emulator.Jobs;

namespace LanguageJobs.Emulator.Dialects;

/// <summary>
/// The documentation's v3: tasks within tasks, <c>details</c>, <c>name</c>, <c>classes</c>, and "completed" where the service
/// says "succeeded". The documentation took it over from a private preview.
/// </summary>
internal sealed class DocumentedDialect(string version) : TextAnalyticsDialect(version)
{
    public override void Write(Utf8JsonWriter writer, JobSnapshot job, JobRequest request)
    {
        writer.WriteStartObject();
        writer.WriteString("createdDateTime", JobTimeOf(job.Created));
        writer.WriteString("displayName", DisplayName(job));
        writer.WriteString("expirationDateTime", JobTimeOf(job.Expires));
        writer.WriteString("jobId", job.Id);
        writer.WriteString("lastUpdateDateTime", JobTimeOf(job.LastUpdate));
        writer.WriteString("status", Word(job.Status));
        WriteErrors(writer, job);
        WriteTasks(writer, job, request);
        if (request.Page.Next(job.Documents) is { } next)
            writer.WriteString(request.NextLinkName, request.LinkTo(next));
        writer.WriteEndObject();
    }

    protected override string Word(string status) => status == "succeeded" ? "completed" : status;

    protected override string DisplayName(JobSnapshot job) => job.DisplayName ?? "NA";

    protected override void WriteResults(TaskResultsWriter results) => results.WriteAsDocumented();

    protected override void WriteTasks(Utf8JsonWriter writer, JobSnapshot job, JobRequest request)
    {
        writer.WriteStartObject("tasks");
        writer.WriteStartObject("details");
        writer.WriteString("name", DisplayName(job));
        writer.WriteString("lastUpdateDateTime", JobTimeOf(job.LastUpdate));
        writer.WriteString("status", Word(job.Status));
        writer.WriteEndObject();
        WriteCounters(writer, job);
        writer.WriteStartObject("tasks");
        WriteTaskLists(writer, job, request);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    protected override void WriteTaskHead(Utf8JsonWriter writer, JobSnapshot job, TaskState task)
    {
        writer.WriteString("lastUpdateDateTime", TaskTimeOf(task));
        writer.WriteString("name", task.Outcome.Task.Name ?? DisplayName(job));
        writer.WriteString("status", Word(task.Status!));
    }

    protected override void WriteClasses(Utf8JsonWriter writer, TaskState task, DocumentOutcome document) =>
        ClassWriter.WriteAll(writer, "classes", document.Classes!);
}
