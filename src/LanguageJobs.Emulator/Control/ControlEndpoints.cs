using System.Text.Json;
using LanguageJobs.Emulator.Http;
using LanguageJobs.Emulator.Projects;

namespace LanguageJobs.Emulator.Control;

/// <summary>The control endpoints: what <see cref="EmulatorControl"/> offers, over HTTP and behind a key of its own.</summary>
internal sealed class ControlEndpoints(string key, EmulatorControl control, EmulatorCounters counters, Readiness readiness)
{
    private const string Root = "/_emulator";
    private const string KeyHeader = "Emulator-Control-Key";
    private const string OneDocument = "/documents/";

    private static readonly ServiceError WrongKey = new(
        StatusCodes.Status401Unauthorized, "401", $"Control endpoints need the emulator's control key (--control-key) in the header {KeyHeader}.");

    public static bool Own(HttpRequest request) => request.Path.StartsWithSegments(Root);

    public async Task Serve(HttpContext context) => await (await AnswerTo(context)).Send(context.Response);

    private async Task<Answer> AnswerTo(HttpContext context)
    {
        if (context.Request.Headers[KeyHeader] != key)
            return Answer.Error(WrongKey);
        if (readiness.Objection is { } tooEarly)
            return tooEarly;
        try
        {
            return await Dispatch(context, context.Request.Path.Value![Root.Length..]);
        }
        catch (JsonException e)
        {
            return Refuse(StatusCodes.Status400BadRequest, $"The body cannot be read at '{e.Path}': {e.Message}");
        }
        catch (Exception e) when (e is ArgumentException or InvalidDataException or IOException)
        {
            return Refuse(StatusCodes.Status400BadRequest, e.Message);
        }
    }

    private async Task<Answer> Dispatch(HttpContext context, string path) => (context.Request.Method, path) switch
    {
        ("POST", "/reset") => Do(control.Reset),
        ("GET", "/counters") => Show(counters),
        ("GET", "/documents") => Show(new { documents = counters.AcceptedDocuments }),
        ("GET", _) when path.StartsWith(OneDocument, StringComparison.Ordinal) => Show(Document(path[OneDocument.Length..])),
        ("GET", "/requests") => Show(new { requests = RequestsFor(context.Request.Query) }),
        ("GET", "/faults") => Show(new { faults = control.Faults }),
        ("POST", "/faults") => await Take<PlannedFault>(context, control.Plan, () => new { faults = control.Faults }),
        ("DELETE", "/faults") => Do(control.ClearFaults),
        ("GET", "/failures") => Show(new { failures = control.Failures }),
        ("POST", "/failures") => await Take<PlannedFailure>(context, control.Plan, () => new { failures = control.Failures }),
        ("DELETE", "/failures") => Do(control.ClearFailures),
        ("GET", "/clock") => Show(Clock()),
        ("POST", "/clock") => await Take<ClockMove>(context, move => control.AdvanceClock(move.Advance), Clock),
        ("GET", "/projects") => Show(new { projects = control.Projects }),
        ("POST", "/projects") => await LoadProjects(context),
        ("GET", "/jobs") => Show(new { jobs = control.Jobs }),
        ("POST", "/jobs") => Show(new { jobId = control.LoadJob(await ReadText(context)) }),
        _ => Refuse(StatusCodes.Status404NotFound, $"There is no control endpoint {context.Request.Method} {Root}{path}."),
    };

    private static Answer Show(object report) => Answer.Json(StatusCodes.Status200OK, report, ControlJson.Options);

    private static Answer Do(Action action)
    {
        action();
        return new Answer(StatusCodes.Status204NoContent, default);
    }

    private static async Task<Answer> Take<T>(HttpContext context, Action<T> action, Func<object> report)
    {
        action(await JsonSerializer.DeserializeAsync<T>(context.Request.Body, ControlJson.Options, context.RequestAborted)
            ?? throw new JsonException("The body is null."));
        return Show(report());
    }

    private async Task<Answer> LoadProjects(HttpContext context)
    {
        if (context.Request.Query["path"].ToString() is { Length: > 0 } path)
            await control.LoadProjectsAsync(path, context.RequestAborted);
        else
            control.LoadProject(ProjectFile.Parse(await ReadText(context), "The body").ToGazetteer());
        return Show(new { projects = control.Projects });
    }

    private static async Task<string> ReadText(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        return await reader.ReadToEndAsync(context.RequestAborted);
    }

    private object Clock() => new { now = control.Now, ahead = control.ClockAhead };

    // A slash in an id may come escaped; the server leaves this one escape as it is.
    private object Document(string escaped)
    {
        var id = escaped.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return new { document = id, accepted = counters.AcceptedDocuments.GetValueOrDefault(id) };
    }

    private IEnumerable<RequestRecord> RequestsFor(IQueryCollection query)
    {
        IEnumerable<RequestRecord> requests = control.Requests;
        if (query["operation"].ToString() is { Length: > 0 } operation)
            requests = requests.Where(request => string.Equals(request.Operation?.ToString(), operation, StringComparison.OrdinalIgnoreCase));
        return int.TryParse(query["last"].ToString(), out var last) ? requests.TakeLast(last) : requests;
    }

    private static Answer Refuse(int status, string message) => Answer.Error(new ServiceError(status, "InvalidRequest", message));
}
