using System.Text.Json.Nodes;
using LanguageJobs.Emulator.Jobs;

namespace LanguageJobs.Emulator.Submissions;

/// <summary>Reads the tasks of a submission, as each API generation writes them.</summary>
internal static class TaskReader
{
    public static List<SubmittedTask> Read(JsonObject body, ApiGeneration generation)
    {
        var tasks = generation == ApiGeneration.TextAnalytics ? ReadLists(body).ToList() : ReadItems(body).ToList();
        if (tasks.Count == 0)
            throw Refusals.NoTasks();
        var duplicate = tasks.GroupBy(task => (task.Kind, task.Name)).FirstOrDefault(group => group.Count() > 1);
        return duplicate is null ? tasks : throw Refusals.DuplicateTask(duplicate.Key.Kind, duplicate.Key.Name);
    }

    private static IEnumerable<SubmittedTask> ReadLists(JsonObject body)
    {
        var lists = body.Object("tasks") ?? throw Refusals.NoTasks();
        foreach (var name in lists.Select(member => member.Key))
        {
            foreach (var node in lists.Array(name) ?? [])
                yield return Read(Members.AsObject(node, name), KindOfList(name), "project-name", "deployment-name");
        }
    }

    private static IEnumerable<SubmittedTask> ReadItems(JsonObject body)
    {
        foreach (var node in body.Array("tasks") ?? throw Refusals.NoTasks())
        {
            var task = Members.AsObject(node, "tasks");
            yield return Read(task, ParseKind(task.Text("kind") ?? ""), "projectName", "deploymentName");
        }
    }

    // Parameters that only a model could heed, such as domain or model-version, are accepted and change nothing.
    private static SubmittedTask Read(JsonObject task, TaskKind kind, string project, string deployment)
    {
        var parameters = task.Object("parameters") ?? [];
        parameters.CheckSwitch("loggingOptOut");
        var read = new SubmittedTask(kind, task.Text("taskName"), ReadStringIndexType(parameters, kind));
        return kind.IsCustom()
            ? read with { ProjectName = Required(parameters, kind, project), DeploymentName = Required(parameters, kind, deployment) }
            : read with { PiiCategories = parameters.Texts("piiCategories") };
    }

    private static string Required(JsonObject parameters, TaskKind kind, string name) =>
        parameters.Text(name) is { Length: > 0 } value ? value : throw Refusals.MissingParameter(kind, name);

    private static TaskKind KindOfList(string name) => name switch
    {
        "customEntityRecognitionTasks" => TaskKind.CustomEntityRecognition,
        "customSingleClassificationTasks" => TaskKind.CustomSingleLabelClassification,
        "customMultiClassificationTasks" => TaskKind.CustomMultiLabelClassification,
        "entityRecognitionPiiTasks" => TaskKind.PiiEntityRecognition,
        _ => throw Refusals.UnknownKind(name),
    };

    private static TaskKind ParseKind(string kind) => kind switch
    {
        nameof(TaskKind.CustomEntityRecognition) => TaskKind.CustomEntityRecognition,
        nameof(TaskKind.CustomSingleLabelClassification) => TaskKind.CustomSingleLabelClassification,
        nameof(TaskKind.CustomMultiLabelClassification) => TaskKind.CustomMultiLabelClassification,
        nameof(TaskKind.PiiEntityRecognition) => TaskKind.PiiEntityRecognition,
        _ => throw Refusals.UnknownKind(kind),
    };

    // The older API says TextElement_v8, the newer TextElements_v8; clients have been seen to mix them up.
    private static StringIndexType ReadStringIndexType(JsonObject parameters, TaskKind kind) => parameters.Text("stringIndexType") switch
    {
        null or "TextElement_v8" or "TextElements_v8" => StringIndexType.TextElements,
        "UnicodeCodePoint" => StringIndexType.UnicodeCodePoint,
        "Utf16CodeUnit" => StringIndexType.Utf16CodeUnit,
        { } other => throw Refusals.BadParameter(kind, "stringIndexType", other, "TextElements_v8, UnicodeCodePoint, Utf16CodeUnit"),
    };
}
