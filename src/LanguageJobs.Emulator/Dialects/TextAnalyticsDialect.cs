using System.Text.Json;
using LanguageJobs.Emulator.Jobs;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Dialects;

/// <summary>v3.x: a list of tasks for each kind, <c>state</c>, <c>classification</c> and <c>classifications</c>.</summary>
internal class TextAnalyticsDialect(string version) : JobDialect
{
    public static string ListName(TaskKind kind) => kind switch
    {
        TaskKind.CustomEntityRecognition => "customEntityRecognitionTasks",
        TaskKind.CustomSingleLabelClassification => "customSingleClassificationTasks",
        TaskKind.PiiEntityRecognition => "entityRecognitionPiiTasks",
        _ => "customMultiClassificationTasks",
    };

    // A job without a name was called "NA" until v3.2-preview.2 stopped that.
    protected override string? DisplayName(JobSnapshot job) => job.DisplayName ?? (version == "v3.2-preview.2" ? null : "NA");

    protected override string Target(JobSnapshot job, int task)
    {
        var kind = job.Tasks[task].Outcome.Task.Kind;
        return $"#/tasks/{ListName(kind)}/{job.Tasks.Take(task).Count(other => other.Outcome.Task.Kind == kind)}";
    }

    protected override void WriteTaskLists(Utf8JsonWriter writer, JobSnapshot job, JobRequest request)
    {
        foreach (var list in job.Tasks.Where(task => task.Status is not null).GroupBy(task => task.Outcome.Task.Kind))
        {
            writer.WriteStartArray(ListName(list.Key));
            foreach (var task in list)
                WriteTask(writer, job, task, request);
            writer.WriteEndArray();
        }
    }

    protected override void WriteTaskHead(Utf8JsonWriter writer, JobSnapshot job, TaskState task)
    {
        writer.WriteString("lastUpdateDateTime", TaskTimeOf(task));
        if (task.Outcome.Task.Name is { } name)
            writer.WriteString("taskName", name);
        writer.WriteString("state", Word(task.Status!));
    }

    protected override void WriteClasses(Utf8JsonWriter writer, TaskState task, DocumentOutcome document)
    {
        if (task.Outcome.Task.Kind == TaskKind.CustomSingleLabelClassification)
            ClassWriter.WriteOne(writer, "classification", document.Classes!);
        else
            ClassWriter.WriteAll(writer, "classifications", document.Classes!);
    }
}
