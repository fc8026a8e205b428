using System.Diagnostics;
using System.Globalization;
using LanguageJobs.Emulator.Control;
using LanguageJobs.Emulator.Faults;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace LanguageJobs.Emulator.Http;

/// <summary>What happens to every request of a client: counting, headers, latency, the key, its log line. Whatever comes, it goes on.</summary>
internal sealed class RequestPipeline(
    EmulatorOptions options, EmulatorCounters counters, RecentRequests recent, Draws draws, MovableClock clock, Readiness readiness, ILogger logger)
{
    private readonly AccessCheck access = new(options.Key, options.Token);
    private readonly DateHeader date = new(clock);

    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        var started = Stopwatch.GetTimestamp();
        var trace = new RequestTrace(
            clock.GetUtcNow(), context.Request.Method, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        context.Features.Set(trace);
        counters.Arrived(trace.Method);
        AddHeaders(context.Response, trace.RequestId, started);
        try
        {
            await Delay(context.RequestAborted);
            if (access.Objection(context.Request) is { } objection)
                await Refuse(context.Response, objection);
            else if (readiness.Objection is { } tooEarly)
                await tooEarly.Send(context.Response);
            else
                await next(context);
        }
        catch (Exception e)
        {
            await Survive(context, e);
        }
        finally
        {
            counters.Left();
            Record(context, trace, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private void AddHeaders(HttpResponse response, string requestId, long started)
    {
        if (date.Value is { } time)
            response.Headers.Date = time;
        response.Headers["apim-request-id"] = requestId;
        response.Headers["x-ms-region"] = "Local";
        response.Headers["x-content-type-options"] = "nosniff";
        // As the service sends it, but where it would take effect: a browser would ask for https on this machine for a year.
        if (!response.HttpContext.Request.IsHttps)
            response.Headers["strict-transport-security"] = "max-age=31536000; includeSubDomains; preload";
        response.OnStarting(() =>
        {
            var elapsed = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            response.Headers["x-envoy-upstream-service-time"] = elapsed.ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
    }

    private Task Delay(CancellationToken cancellation) =>
        options.Latency.IsZero ? Task.CompletedTask : Task.Delay(draws.Draw(options.Latency), cancellation);

    private Task Refuse(HttpResponse response, string objection)
    {
        counters.Refused();
        return Answer.Error(ServiceErrors.AccessDenied.Because(objection)).Send(response);
    }

    private async Task Survive(HttpContext context, Exception e)
    {
        // A client that has gone needs no answer; one that speaks no proper HTTP gets the server's own status for that.
        if (context.RequestAborted.IsCancellationRequested || context.Response.HasStarted)
            return;
        if (e is BadHttpRequestException bad)
        {
            await Answer.Error(new ServiceError(bad.StatusCode, "InvalidRequest", bad.Message)).Send(context.Response);
            return;
        }
        RequestLog.Broke(logger, e, context.Request.Method, context.Request.Path);
        await Answer.Error(ServiceErrors.OwnFault).Send(context.Response);
    }

    private void Record(HttpContext context, RequestTrace trace, double milliseconds)
    {
        trace.Status = context.RequestAborted.IsCancellationRequested ? null : context.Response.StatusCode;
        recent.Add(trace);
        if (trace.Status is not { } status)
            RequestLog.Cut(logger, trace.Method, trace.Target, milliseconds, trace.RequestId);
        else if (trace.Reason is null)
            RequestLog.Answered(logger, trace.Method, trace.Target, status, milliseconds, trace.RequestId);
        else
            RequestLog.Refused(logger, trace.Method, trace.Target, status, milliseconds, trace.RequestId, trace.Reason);
    }
}
