using System.Diagnostics;
using System.Globalization;
using LanguageJobs.Emulator.Faults;
using Microsoft.Extensions.Logging;

namespace LanguageJobs.Emulator.Http;

/// <summary>What happens to every request before a route sees it: counting, headers, latency, the key. Whatever comes, it goes on.</summary>
internal sealed class RequestPipeline(EmulatorOptions options, EmulatorCounters counters, Draws draws, ILogger logger)
{
    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        var started = Stopwatch.GetTimestamp();
        var requestId = Guid.NewGuid().ToString();
        counters.Arrived(context.Request.Method);
        AddHeaders(context.Response, requestId, started);
        try
        {
            await Delay(context.RequestAborted);
            await (MayEnter(context.Request) ? next(context) : Refuse(context.Response));
        }
        catch (Exception e)
        {
            await Survive(context, e);
        }
        finally
        {
            counters.Left();
            Log(context, requestId, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private static void AddHeaders(HttpResponse response, string requestId, long started)
    {
        response.Headers["apim-request-id"] = requestId;
        response.Headers["x-ms-region"] = "Local";
        response.Headers["x-content-type-options"] = "nosniff";
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

    private bool MayEnter(HttpRequest request)
    {
        if (options.Key is null)
            return true;
        if (request.Headers["Ocp-Apim-Subscription-Key"] == options.Key)
            return true;
        return options.Token is not null && request.Headers.Authorization == $"Bearer {options.Token}";
    }

    private Task Refuse(HttpResponse response)
    {
        counters.Refused();
        return Answer.Error(ServiceErrors.AccessDenied).Send(response);
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

    private void Log(HttpContext context, string requestId, double milliseconds)
    {
        var request = context.Request;
        if (context.RequestAborted.IsCancellationRequested)
            RequestLog.Cut(logger, request.Method, request.Path + request.QueryString, milliseconds, requestId);
        else
            RequestLog.Answered(logger, request.Method, request.Path + request.QueryString, context.Response.StatusCode, milliseconds, requestId);
    }
}
