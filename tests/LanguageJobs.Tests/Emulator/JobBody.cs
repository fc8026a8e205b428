using System.Text.Json.Nodes;

namespace LanguageJobs.Tests.Emulator;

/// <summary>A request for a job, written for either API generation.</summary>
internal sealed class JobBody
{
    private readonly JsonArray documents = [];
    private readonly List<(string Kind, string Project, string? Name, string? Unit)> tasks = [];

    public bool TextAnalytics { get; init; }

    public string? DisplayName { get; init; }

    public string Address => TextAnalytics ? "text/analytics/v3.2-preview.2/analyze" : "language/analyze-text/jobs?api-version=2023-04-01";

    public static JobBody V3 => new() { TextAnalytics = true };

    public static JobBody Ga => new();

    public JobBody Document(string id, string? text, string? language = null)
    {
        var document = new JsonObject { ["id"] = id, ["text"] = text };
        if (language is not null)
            document["language"] = language;
        documents.Add(document);
        return this;
    }

    public JobBody Documents(int count) =>
        Enumerable.Range(0, count).Aggregate(this, (body, number) => body.Document($"doc-{number}", $"Tea for Anna, cup {number}."));

    public JobBody Entities(string project = "Orders", string? name = null, string? unit = null) =>
        Task("CustomEntityRecognition", project, name, unit);

    public JobBody Single(string project = "Queues", string? name = null) => Task("CustomSingleLabelClassification", project, name);

    public JobBody Multi(string project = "Topics", string? name = null) => Task("CustomMultiLabelClassification", project, name);

    public JobBody Task(string kind, string project, string? name = null, string? unit = null)
    {
        tasks.Add((kind, project, name, unit));
        return this;
    }

    public string ToJson() => ToNode().ToJsonString();

    public JsonObject ToNode()
    {
        var body = new JsonObject
        {
            ["analysisInput"] = new JsonObject { ["documents"] = documents.DeepClone() },
            ["tasks"] = TextAnalytics ? Lists() : Items(),
        };
        if (DisplayName is not null)
            body["displayName"] = DisplayName;
        return body;
    }

    private JsonObject Lists()
    {
        var lists = new JsonObject { ["entityRecognitionTasks"] = new JsonArray() };
        foreach (var list in tasks.GroupBy(task => task.Kind.Replace("Label", "") + "Tasks"))
            lists[char.ToLowerInvariant(list.Key[0]) + list.Key[1..]] = new JsonArray([.. list.Select(task => Write(task, "project-name", "deployment-name"))]);
        return lists;
    }

    private JsonArray Items() => new([.. tasks.Select(task =>
    {
        var item = Write(task, "projectName", "deploymentName");
        item["kind"] = task.Kind;
        return (JsonNode)item;
    })]);

    private static JsonObject Write((string Kind, string Project, string? Name, string? Unit) task, string project, string deployment)
    {
        var parameters = new JsonObject { [project] = task.Project, [deployment] = "production" };
        if (task.Unit is not null)
            parameters["stringIndexType"] = task.Unit;
        var written = new JsonObject { ["parameters"] = parameters };
        if (task.Name is not null)
            written["taskName"] = task.Name;
        return written;
    }
}
