using System.Text.Json.Nodes;
using LanguageJobs.Emulator.Control;
using LanguageJobs.Emulator.Faults;
using LanguageJobs.Emulator.Http;
using LanguageJobs.Emulator.Jobs;
using LanguageJobs.Emulator.Models;
using LanguageJobs.Emulator.Projects;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LanguageJobs.Emulator;

/// <summary>Puts the parts together: projects, jobs, faults and routes.</summary>
internal sealed class EmulatedService
{
    private readonly EmulatorOptions options;
    private readonly ILogger logger;
    private readonly Draws requestDraws;
    private readonly Draws jobDraws;
    private readonly Draws failureDraws;
    private readonly RateLimit limit;
    private readonly Readiness readiness = new();
    private readonly ModelCache models;
    private readonly RequestPipeline pipeline;
    private readonly JobRoutes routes;
    private readonly AuthoringRoutes authoring;
    private readonly ControlEndpoints? control;
    private IReadOnlyList<Project> startProjects = [];
    private IReadOnlyDictionary<string, JsonObject> startJobs = new Dictionary<string, JsonObject>();

    public EmulatedService(EmulatorOptions options)
    {
        this.options = options;
        logger = (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger("Emulator");
        Clock = new MovableClock(options.TimeProvider);
        Counters = new EmulatorCounters(Clock);
        Jobs = new JobStore(Clock);
        // Requests arrive in no order that repeats; draws about what comes in one order have their own sequence.
        requestDraws = new Draws(options.Seed);
        jobDraws = new Draws(options.Seed + 1);
        failureDraws = new Draws(options.Seed + 2);
        models = new ModelCache(options.ModelsFolder, Say);
        limit = new RateLimit(options.RequestsPerMinute, Clock);
        var runner = new TaskRunner(Projects, new JobFailures(options.Faults, Failures, failureDraws));
        var desk = new JobDesk(Jobs, runner, Counters, options.JobDuration, Clock, jobDraws);
        var delivery = new FaultyDelivery(limit, new RequestFaults(options.Faults, Faults, requestDraws), Counters);
        pipeline = new RequestPipeline(options, Counters, Recent, requestDraws, Clock, readiness, logger);
        routes = new JobRoutes(desk, Counters, delivery, new ApiVersions(options.ApiVersions), options.Dialect);
        authoring = new AuthoringRoutes(Projects);
        Control = new EmulatorControl(this);
        control = options.ControlKey is null ? null : new ControlEndpoints(options.ControlKey, Control, Counters, readiness);
    }

    public EmulatorControl Control { get; }

    public EmulatorCounters Counters { get; }

    public MovableClock Clock { get; }

    public RecentRequests Recent { get; } = new();

    public Plan<PlannedFault> Faults { get; } = new();

    public Plan<PlannedFailure> Failures { get; } = new();

    public ProjectStore Projects { get; } = new();

    public JobStore Jobs { get; }

    /// <summary>Loads the projects and jobs of the options.</summary>
    public async Task Load(CancellationToken ct)
    {
        startProjects = [.. options.Projects.Select(GazetteerProjects.Create)];
        if (options.JobsFolder is not null)
            startJobs = SavedJobFolder.Load(options.JobsFolder);
        if (options.ProjectsFolder is not null)
            startProjects = [.. startProjects, .. await ReadProjects(options.ProjectsFolder, ct)];
        if (startProjects.GroupBy(project => project.Name).FirstOrDefault(group => group.Count() > 1) is { Key: var twice })
            throw new InvalidDataException($"Project '{twice}' is given twice.");
        AddWhatWasLoaded();
        readiness.Doing = null;
    }

    public Task<List<Project>> ReadProjects(string path, CancellationToken ct) =>
        Task.Run(() => new ProjectLoader(models, Say).Load(path, ct), ct);

    public void Add(string id, JsonObject savedJob)
    {
        var duration = options.ReplaySavedJobs ? jobDraws.Draw(options.JobDuration) : TimeSpan.Zero;
        Jobs.Put(new SavedJob(id, savedJob, new JobTimeline(Clock.GetUtcNow(), duration)));
    }

    public void Reset()
    {
        Clock.Reset();
        Counters.Reset();
        Recent.Clear();
        Faults.Clear();
        Failures.Clear();
        limit.Reset();
        foreach (var draws in new[] { requestDraws, jobDraws, failureDraws })
            draws.Reset();
        Jobs.Clear();
        Projects.Clear();
        AddWhatWasLoaded();
    }

    public void Map(WebApplication app)
    {
        if (options.CorsOrigins.Count > 0)
            app.UseCors(cors => cors.WithOrigins([.. options.CorsOrigins.Select(origin => origin.TrimEnd('/'))]).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders("*"));
        app.Use(PlainPath.Invoke);
        app.Use(ServeItself);
        app.UseRouting();
        app.Use(pipeline.Invoke);
        routes.Map(app);
        authoring.Map(app);
        app.MapFallback(NoRoute);
    }

    private void AddWhatWasLoaded()
    {
        foreach (var project in startProjects)
            Projects.Put(project);
        foreach (var (id, body) in startJobs)
            Add(id, body);
    }

    // What is not part of the service needs no key, meets no fault and is not counted. It comes before routing, so a start needs none.
    private Task ServeItself(HttpContext context, RequestDelegate next) => context.Request.Path.Value switch
    {
        "/" => WelcomePage.Of(context.Request).Send(context.Response),
        "/healthz" => readiness.Health.Send(context.Response),
        _ when ControlEndpoints.Own(context.Request) => control?.Serve(context) ?? NoRoute(context),
        _ => next(context),
    };

    private static Task NoRoute(HttpContext context) =>
        Answer.Error(ServiceErrors.ResourceNotFound.Because("No route has this path.")).Send(context.Response);

    private void Say(string message)
    {
        RequestLog.Told(logger, message);
        if (readiness.Doing is not null)
            readiness.Doing = message;
    }
}
