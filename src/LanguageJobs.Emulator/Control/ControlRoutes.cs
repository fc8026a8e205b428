using System.Text.Json;
using LanguageJobs.Emulator.Http;
using LanguageJobs.Emulator.Projects;

namespace LanguageJobs.Emulator.Control;

/// <summary>The control endpoints: what <see cref="EmulatorControl"/> offers, over HTTP and behind a key of its own.</summary>
internal sealed class ControlRoutes(string key, EmulatorControl control, EmulatorCounters counters, Readiness readiness)
{
    private const string Root = "/_emulator";
    private const string KeyHeader = "Emulator-Control-Key";

    private static readonly ServiceError WrongKey = new(
        StatusCodes.Status401Unauthorized, "401", $"Control endpoints need the emulator's control key (--control-key) in the header {KeyHeader}.");

    public static bool Owns(HttpRequest request) => request.Path.StartsWithSegments(Root);

    public void Map(IEndpointRouteBuilder routes)
    {
        Map(routes.MapPost, "/reset", Do(control.Reset));
        Map(routes.MapGet, "/counters", Show(() => counters));
        Map(routes.MapGet, "/documents", Show(() => new { documents = counters.AcceptedDocuments }));
        Map(routes.MapGet, "/documents/{**id}", context => Show(() => DocumentOf(context))(context));
        Map(routes.MapGet, "/requests", context => Show(() => new { requests = RequestsFor(context.Request.Query) })(context));
        Map(routes.MapGet, "/faults", Show(() => new { faults = control.Faults }));
        Map(routes.MapPost, "/faults", Take<PlannedFault>(control.Plan, () => new { faults = control.Faults }));
        Map(routes.MapDelete, "/faults", Do(control.ClearFaults));
        Map(routes.MapGet, "/failures", Show(() => new { failures = control.Failures }));
        Map(routes.MapPost, "/failures", Take<PlannedFailure>(control.Plan, () => new { failures = control.Failures }));
        Map(routes.MapDelete, "/failures", Do(control.ClearFailures));
        Map(routes.MapGet, "/clock", Show(Clock));
        Map(routes.MapPost, "/clock", Take<ClockMove>(move => control.AdvanceClock(move.Advance), Clock));
        Map(routes.MapGet, "/projects", Show(() => new { projects = control.Projects }));
        Map(routes.MapPost, "/projects", LoadProjects);
        Map(routes.MapGet, "/jobs", Show(() => new { jobs = control.Jobs }));
        Map(routes.MapPost, "/jobs", async context => Ok(new { jobId = control.LoadJob(await ReadText(context)) }));
    }

    private void Map(Func<string, RequestDelegate, IEndpointConventionBuilder> map, string pattern, Func<HttpContext, Task<Answer>> serve) =>
        map(Root + pattern, async context => await (await Serve(context, serve)).Send(context.Response));

    private async Task<Answer> Serve(HttpContext context, Func<HttpContext, Task<Answer>> serve)
    {
        if (context.Request.Headers[KeyHeader] != key)
            return Answer.Error(WrongKey);
        if (readiness.Objection is { } tooEarly)
            return tooEarly;
        try
        {
            return await serve(context);
        }
        catch (JsonException e)
        {
            return Refuse($"The body cannot be read at '{e.Path}': {e.Message}");
        }
        catch (Exception e) when (e is ArgumentException or InvalidDataException or IOException)
        {
            return Refuse(e.Message);
        }
    }

    private static Func<HttpContext, Task<Answer>> Show(Func<object> report) => _ => Task.FromResult(Ok(report()));

    private static Func<HttpContext, Task<Answer>> Do(Action action) => _ =>
    {
        action();
        return Task.FromResult(new Answer(StatusCodes.Status204NoContent, default));
    };

    private static Func<HttpContext, Task<Answer>> Take<T>(Action<T> action, Func<object> report) => async context =>
    {
        action(await JsonSerializer.DeserializeAsync<T>(context.Request.Body, ControlJson.Options, context.RequestAborted)
            ?? throw new JsonException("The body is null."));
        return Ok(report());
    };

    private async Task<Answer> LoadProjects(HttpContext context)
    {
        if (context.Request.Query["path"].ToString() is { Length: > 0 } path)
            await control.LoadProjectsAsync(path, context.RequestAborted);
        else
            control.LoadProject(ProjectFile.Parse(await ReadText(context), "The body").ToGazetteer());
        return Ok(new { projects = control.Projects });
    }

    private static async Task<string> ReadText(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        return await reader.ReadToEndAsync(context.RequestAborted);
    }

    private object Clock() => new { now = control.Now, ahead = control.ClockAhead };

    private object DocumentOf(HttpContext context)
    {
        var id = (string?)context.Request.RouteValues["id"] ?? "";
        return new { document = id, accepted = counters.AcceptedDocuments.GetValueOrDefault(id) };
    }

    private IEnumerable<RequestRecord> RequestsFor(IQueryCollection query)
    {
        IEnumerable<RequestRecord> requests = control.Requests;
        if (query["operation"].ToString() is { Length: > 0 } operation)
            requests = requests.Where(request => string.Equals(request.Operation?.ToString(), operation, StringComparison.OrdinalIgnoreCase));
        return int.TryParse(query["last"].ToString(), out var last) ? requests.TakeLast(last) : requests;
    }

    private static Answer Ok(object report) => Answer.Json(StatusCodes.Status200OK, report, ControlJson.Options);

    private static Answer Refuse(string message) =>
        Answer.Error(new ServiceError(StatusCodes.Status400BadRequest, "InvalidRequest", message));
}
