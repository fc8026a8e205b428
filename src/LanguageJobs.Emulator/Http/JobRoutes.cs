using LanguageJobs.Emulator.Jobs;

namespace LanguageJobs.Emulator.Http;

/// <summary>The routes of the job API, in both generations.</summary>
internal sealed class JobRoutes(JobStore jobs, EmulatorCounters counters, TimeProvider clock)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/text/analytics/{version}/analyze/jobs/{id}", GetTextAnalyticsJob);
        routes.MapGet("/language/analyze-text/jobs/{id}", GetLanguageJob);
    }

    private Task GetTextAnalyticsJob(HttpContext context)
    {
        var version = RouteValue(context, "version");
        return ApiVersions.IsTextAnalytics(version)
            ? GetJob(context, ApiGeneration.TextAnalytics, version)
            : JsonAnswer.Send(context.Response, ServiceErrors.ResourceNotFound);
    }

    private Task GetLanguageJob(HttpContext context)
    {
        var version = context.Request.Query["api-version"].ToString();
        return ApiVersions.IsLanguage(version)
            ? GetJob(context, ApiGeneration.Language, version)
            : JsonAnswer.Send(context.Response, ServiceErrors.ResourceNotFound);
    }

    private Task GetJob(HttpContext context, ApiGeneration generation, string version)
    {
        var id = RouteValue(context, "id");
        counters.Polled(id);
        if (!JobQuery.TryRead(context.Request.Query, generation, out var page, out var showStats, out var error))
            return JsonAnswer.Send(context.Response, error);
        if (jobs.Find(id) is not { } job)
            return JsonAnswer.Send(context.Response, ServiceErrors.JobNotFound(id));
        var request = new JobRequest(generation, version, Address(context.Request), page, showStats);
        var progress = job.Timeline.At(clock.GetUtcNow());
        return JsonAnswer.Send(context.Response, StatusCodes.Status200OK, writer => job.Write(writer, request, progress));
    }

    private static string RouteValue(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    private static string Address(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.Path}";
}
