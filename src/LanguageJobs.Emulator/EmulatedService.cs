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
    private readonly RequestPipeline pipeline;
    private readonly JobRoutes routes;
    private readonly AuthoringRoutes authoring;

    public EmulatedService(EmulatorOptions options, EmulatorCounters counters)
    {
        var logger = (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger("Emulator");
        var projects = LoadProjects(options, logger);
        // Requests arrive in no order that repeats; draws about what comes in one order have their own sequence.
        var requestDraws = new Draws(options.Seed);
        var jobDraws = new Draws(options.Seed + 1);
        var jobs = new JobStore(options.TimeProvider);
        var runner = new TaskRunner(projects, new JobFailures(options.Faults, new Draws(options.Seed + 2)));
        var delivery = new FaultyDelivery(
            new RateLimit(options.RequestsPerMinute, options.TimeProvider), new RequestFaults(options.Faults, requestDraws), counters);
        LoadJobs(options, jobs, jobDraws);
        pipeline = new RequestPipeline(options, counters, requestDraws, logger);
        routes = new JobRoutes(new JobDesk(jobs, runner, counters, options, jobDraws), counters, delivery, new ApiVersions(options.ApiVersions), options.Dialect);
        authoring = new AuthoringRoutes(projects);
    }

    public void Map(WebApplication app)
    {
        // Who only wants to know whether the emulator lives needs no key, meets no fault and is not counted.
        app.Map("/healthz", health => health.Run(context => Answer.Json(StatusCodes.Status200OK, WriteHealth).Send(context.Response)));
        app.Use(pipeline.Invoke);
        app.UseRouting();
        routes.Map(app);
        authoring.Map(app);
        app.MapFallback(context => Answer.Error(ServiceErrors.ResourceNotFound).Send(context.Response));
    }

    private static void LoadJobs(EmulatorOptions options, JobStore jobs, Draws draws)
    {
        var start = options.TimeProvider.GetUtcNow();
        if (options.JobsFolder is not null)
            SavedJobFolder.Load(options.JobsFolder, jobs, () => new JobTimeline(start, draws.Draw(options.JobDuration)));
    }

    private static ProjectStore LoadProjects(EmulatorOptions options, ILogger logger)
    {
        var listed = options.Projects.Select(GazetteerProjects.Create);
        return new ProjectStore(options.ProjectsFolder is null
            ? listed
            : listed.Concat(ProjectFolder.Load(options.ProjectsFolder, message => RequestLog.Told(logger, message))));
    }

    private static void WriteHealth(System.Text.Json.Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("status", "healthy");
        writer.WriteEndObject();
    }
}
