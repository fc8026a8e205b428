using LanguageJobs.Emulator.Faults;
using LanguageJobs.Emulator.Http;
using LanguageJobs.Emulator.Jobs;
using LanguageJobs.Emulator.Projects;

namespace LanguageJobs.Emulator;

/// <summary>Puts the parts together: projects, jobs, faults and routes.</summary>
internal sealed class EmulatedService
{
    private readonly RequestPipeline pipeline;
    private readonly JobRoutes routes;

    public EmulatedService(EmulatorOptions options, EmulatorCounters counters)
    {
        // Requests arrive in no order that repeats; draws about what comes in one order have their own sequence.
        var requestDraws = new Draws(options.Seed);
        var jobDraws = new Draws(options.Seed + 1);
        var jobs = new JobStore(options.TimeProvider);
        var runner = new TaskRunner(LoadProjects(options), new JobFailures(options.Faults, new Draws(options.Seed + 2)));
        var delivery = new FaultyDelivery(
            new RateLimit(options.RequestsPerMinute, options.TimeProvider), new RequestFaults(options.Faults, requestDraws), counters);
        LoadJobs(options, jobs, jobDraws);
        pipeline = new RequestPipeline(options, counters, requestDraws);
        routes = new JobRoutes(new JobDesk(jobs, runner, counters, options, jobDraws), counters, delivery);
    }

    public void Map(WebApplication app)
    {
        app.Use(pipeline.Invoke);
        app.UseRouting();
        routes.Map(app);
        app.MapFallback(context => Answer.Error(ServiceErrors.ResourceNotFound).Send(context.Response));
    }

    private static void LoadJobs(EmulatorOptions options, JobStore jobs, Draws draws)
    {
        var start = options.TimeProvider.GetUtcNow();
        if (options.JobsFolder is not null)
            SavedJobFolder.Load(options.JobsFolder, jobs, () => new JobTimeline(start, draws.Draw(options.JobDuration)));
    }

    private static ProjectStore LoadProjects(EmulatorOptions options)
    {
        var listed = options.Projects.Select(GazetteerProjects.Create);
        return new ProjectStore(options.ProjectsFolder is null ? listed : listed.Concat(ProjectFolder.Load(options.ProjectsFolder)));
    }
}
