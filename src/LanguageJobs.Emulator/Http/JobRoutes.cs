using LanguageJobs.Emulator.Jobs;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Http;

/// <summary>The routes of the job API, in both generations.</summary>
internal sealed class JobRoutes(
    JobDesk desk, EmulatorCounters counters, FaultyDelivery delivery, ApiVersions versions, EmulatorDialect dialect)
{
    private delegate Task<Answer> Operation(HttpContext context, JobAddress address);

    public void Map(IEndpointRouteBuilder routes)
    {
        const string TextAnalytics = "/text/analytics/{version}/analyze";
        const string Language = "/language/analyze-text/jobs";
        Map(routes.MapPost, TextAnalytics, JobOperation.Submit, ApiGeneration.TextAnalytics, Submit);
        Map(routes.MapGet, TextAnalytics + "/jobs/{id}", JobOperation.Get, ApiGeneration.TextAnalytics, Get);
        Map(routes.MapPost, Language, JobOperation.Submit, ApiGeneration.Language, Submit);
        Map(routes.MapGet, Language + "/{id}", JobOperation.Get, ApiGeneration.Language, Get);
        Map(routes.MapPost, Language + "/{id}:cancel", JobOperation.Cancel, ApiGeneration.Language, Cancel);
    }

    private void Map(
        Func<string, RequestDelegate, IEndpointConventionBuilder> map,
        string pattern,
        JobOperation operation,
        ApiGeneration generation,
        Operation serve) => map(pattern, context => Serve(context, operation, generation, serve));

    private Task Serve(HttpContext context, JobOperation operation, ApiGeneration generation, Operation serve)
    {
        RequestTrace.Of(context)?.Operation = operation;
        var address = JobAddress.Read(context, generation);
        return versions.Objection(generation, address.ApiVersion) is { } objection
            ? Answer.Error(ServiceErrors.ResourceNotFound.Because(objection)).Send(context.Response)
            : delivery.Deliver(context, operation, () => serve(context, address));
    }

    private async Task<Answer> Submit(HttpContext context, JobAddress address)
    {
        try
        {
            var submission = await SubmissionReader.Read(context.Request, address.Generation);
            var job = desk.Take(submission);
            return Answer.Accepted(address.OperationLocation(context.Request, job.Id));
        }
        catch (RefusedException e)
        {
            return Answer.Error(e.Error);
        }
    }

    private async Task<Answer> Get(HttpContext context, JobAddress address)
    {
        var id = JobId(context);
        counters.Polled(id);
        if (!JobQuery.TryRead(context.Request.Query, address.Generation, out var page, out var showStats, out var error))
            return Answer.Error(error);
        if (desk.Find(id) is not { } job)
            return NotFound(id);
        var own = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}";
        var request = new JobRequest(address.Generation, address.ApiVersion, own, page, showStats) { Dialect = dialect };
        await job.Prepare();
        var progress = desk.ProgressOf(job);
        return Answer.Json(StatusCodes.Status200OK, writer => job.Write(writer, request, progress));
    }

    private Task<Answer> Cancel(HttpContext context, JobAddress address)
    {
        var id = JobId(context);
        return Task.FromResult(desk.Cancel(id) switch
        {
            null => NotFound(id),
            false => Answer.Error(ServiceErrors.CannotCancel(id)),
            true => Answer.Accepted(address.OperationLocation(context.Request, id)),
        });
    }

    private Answer NotFound(string id) => Answer.Error(ServiceErrors.JobNotFound(id).Because(desk.WhyAbsent(id)));

    private static string JobId(HttpContext context) => (string)context.Request.RouteValues["id"]!;
}
