using System.Text.Json;
using LanguageJobs.Emulator.Projects;

namespace LanguageJobs.Emulator.Http;

/// <summary>The part of the authoring API by which a client finds projects and deployments. It only reads.</summary>
internal sealed class AuthoringRoutes(ProjectStore projects)
{
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public void Map(IEndpointRouteBuilder routes)
    {
        const string Projects = "/language/authoring/analyze-text/projects";
        routes.MapGet(Projects, context => Serve(context, _ => List(projects.All, WriteProject)));
        routes.MapGet(Projects + "/{project}", context => Serve(context, GetProject));
        routes.MapGet(Projects + "/{project}/deployments", context => Serve(context, GetDeployments));
        routes.MapGet(Projects + "/{project}/deployments/{deployment}", context => Serve(context, GetDeployment));
    }

    private static Task Serve(HttpContext context, Func<HttpContext, Answer> answer) =>
        (ApiVersions.IsLanguage(context.Request.Query["api-version"].ToString())
            ? answer(context)
            : Answer.Error(ServiceErrors.ResourceNotFound.Because("The query has no api-version that the emulator knows."))).Send(context.Response);

    private Answer GetProject(HttpContext context) =>
        Find(context) is { } project ? One(project, WriteProject) : ProjectNotFound(context);

    private Answer GetDeployments(HttpContext context) => Find(context) is { } project
        ? List(project.Deployments, (writer, deployment) => WriteDeployment(writer, project, deployment))
        : ProjectNotFound(context);

    private Answer GetDeployment(HttpContext context)
    {
        var name = (string)context.Request.RouteValues["deployment"]!;
        if (Find(context) is not { } project)
            return ProjectNotFound(context);
        return project.Deployments.Contains(name, StringComparer.Ordinal)
            ? One(name, (writer, deployment) => WriteDeployment(writer, project, deployment))
            : NotFound("NotFound", $"Deployment '{name}' does not exist in project '{project.Name}'.");
    }

    private Project? Find(HttpContext context) => projects.Find((string)context.Request.RouteValues["project"]!);

    private static Answer ProjectNotFound(HttpContext context) =>
        NotFound("ProjectNotFound", $"Project '{context.Request.RouteValues["project"]}' does not exist.");

    private static Answer NotFound(string code, string message) =>
        Answer.Error(new ServiceError(StatusCodes.Status404NotFound, code, message).Because(message));

    private static Answer One<T>(T value, Action<Utf8JsonWriter, T> write) =>
        Answer.Json(StatusCodes.Status200OK, writer => write(writer, value));

    private static Answer List<T>(IEnumerable<T> values, Action<Utf8JsonWriter, T> write) => Answer.Json(StatusCodes.Status200OK, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("value");
        foreach (var value in values)
            write(writer, value);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteProject(Utf8JsonWriter writer, Project project)
    {
        writer.WriteStartObject();
        foreach (var name in new[] { "createdDateTime", "lastModifiedDateTime", "lastTrainedDateTime", "lastDeployedDateTime" })
            writer.WriteString(name, TimeOf(project));
        writer.WriteString("projectKind", project.Kind.ToString());
        writer.WriteString("storageInputContainerName", project.Metadata?.StorageInputContainerName ?? "");
        writer.WriteString("projectName", project.Name);
        writer.WriteBoolean("multilingual", project.Metadata?.Multilingual ?? false);
        writer.WriteString("description", project.Metadata?.Description ?? "");
        writer.WriteString("language", project.Metadata?.Language ?? "en-us");
        writer.WriteStartObject("settings");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteDeployment(Utf8JsonWriter writer, Project project, string deployment)
    {
        writer.WriteStartObject();
        writer.WriteString("deploymentName", deployment);
        writer.WriteString("modelId", project.Name);
        writer.WriteString("lastTrainedDateTime", TimeOf(project));
        writer.WriteString("lastDeployedDateTime", TimeOf(project));
        writer.WriteString("modelTrainingConfigVersion", "2022-05-01");
        writer.WriteEndObject();
    }

    private static string TimeOf(Project project) =>
        project.Trained.ToString(Time, System.Globalization.CultureInfo.InvariantCulture);
}
