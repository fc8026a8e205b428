using System.Text.Json.Nodes;
using LanguageJobs.Emulator.Control;
using LanguageJobs.Emulator.Faults;
using LanguageJobs.Emulator.Http;
using LanguageJobs.Emulator.Jobs;
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
    private readonly RequestPipeline pipeline;
    private readonly JobRoutes routes;
    private readonly AuthoringRoutes authoring;
    private readonly ControlRoutes? control;
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
        limit = new RateLimit(options.RequestsPerMinute, Clock);
        var runner = new TaskRunner(Projects, new JobFailures(options.Faults, Failures, failureDraws));
        var desk = new JobDesk(Jobs, runner, Counters, options.JobDuration, Clock, jobDraws);
        var delivery = new FaultyDelivery(limit, new RequestFaults(options.Faults, Faults, requestDraws), Counters);
        pipeline = new RequestPipeline(options, Counters, Recent, requestDraws, Clock, logger);
        routes = new JobRoutes(desk, Counters, delivery, new ApiVersions(options.ApiVersions), options.Dialect);
        authoring = new AuthoringRoutes(Projects);
        Control = new EmulatorControl(this);
        control = options.ControlKey is null ? null : new ControlRoutes(options.ControlKey, Control, Counters);
    }

    public EmulatorControl Control { get; }

    public EmulatorCounters Counters { get; }

    public MovableClock Clock { get; }

    public RecentRequests Recent { get; } = new();

    public PlannedFaults Faults { get; } = new();

    public PlannedFailures Failures { get; } = new();

    public ProjectStore Projects { get; } = new();

    public JobStore Jobs { get; }

    /// <summary>Loads the projects and jobs of the options.</summary>
    public async Task Load(CancellationToken ct)
    {
        var listed = options.Projects.Select(GazetteerProjects.Create);
        startProjects = [.. listed, .. options.ProjectsFolder is null ? [] : await ReadProjects(options.ProjectsFolder, ct)];
        if (options.JobsFolder is not null)
            startJobs = SavedJobFolder.Load(options.JobsFolder);
        AddWhatWasLoaded();
    }

    public Task<List<Project>> ReadProjects(string path, CancellationToken ct) =>
        Task.Run(() => ProjectFolder.Load(path, message => RequestLog.Told(logger, message)).ToList(), ct);

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
        // Who only wants to know whether the emulator lives needs no key, meets no fault and is not counted.
        app.Map("/healthz", health => health.Run(context => Answer.Json(StatusCodes.Status200OK, WriteHealth).Send(context.Response)));
        app.UseRouting();
        app.Use((context, next) => ControlRoutes.Owns(context.Request) ? next(context) : pipeline.Invoke(context, next));
        routes.Map(app);
        authoring.Map(app);
        control?.Map(app);
        app.MapFallback(context => Answer.Error(ServiceErrors.ResourceNotFound.Because("No route has this path.")).Send(context.Response));
    }

    private void AddWhatWasLoaded()
    {
        foreach (var project in startProjects)
            Projects.Put(project);
        foreach (var (id, body) in startJobs)
            Add(id, body);
    }

    private static void WriteHealth(System.Text.Json.Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("status", "healthy");
        writer.WriteEndObject();
    }
}
