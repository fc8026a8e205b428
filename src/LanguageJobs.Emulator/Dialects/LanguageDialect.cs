using System.Text.Json;
using LanguageJobs.Emulator.Jobs;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Dialects;

/// <summary>2022 and later: one list of items told apart by <c>kind</c>, <c>status</c> and <c>class</c>.</summary>
internal sealed class LanguageDialect(string version) : JobDialect
{
    // The previews before the first stable version spelled the time as v3 does and wrote a single class as an object.
    private readonly bool beforeStable = string.CompareOrdinal(version, "2022-05") < 0;

    protected override string LastUpdateName => beforeStable ? base.LastUpdateName : "lastUpdatedDateTime";

    protected override string Word(string status) => beforeStable && status == "partiallyCompleted" ? "partiallySucceeded" : status;

    protected override string Target(JobSnapshot job, int task) => $"#/tasks/items/{task}";

    protected override void WriteTaskLists(Utf8JsonWriter writer, JobSnapshot job, JobRequest request)
    {
        writer.WriteStartArray("items");
        foreach (var task in job.Tasks.Where(task => task.Status is not null))
            WriteTask(writer, job, task, request);
        writer.WriteEndArray();
    }

    protected override void WriteTaskHead(Utf8JsonWriter writer, JobSnapshot job, TaskState task)
    {
        writer.WriteString("kind", $"{task.Outcome.Task.Kind}LROResults");
        if (task.Outcome.Task.Name is { } name)
            writer.WriteString("taskName", name);
        writer.WriteString("lastUpdateDateTime", TaskTimeOf(task));
        writer.WriteString("status", task.Status);
    }

    protected override void WriteClasses(Utf8JsonWriter writer, TaskState task, DocumentOutcome document)
    {
        if (beforeStable && task.Outcome.Task.Kind == TaskKind.CustomSingleLabelClassification)
            ClassWriter.WriteOne(writer, "class", document.Classes!);
        else
            ClassWriter.WriteAll(writer, "class", document.Classes!);
    }
}
