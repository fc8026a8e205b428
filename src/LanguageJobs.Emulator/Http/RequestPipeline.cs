using System.Diagnostics;
using System.Globalization;
using LanguageJobs.Emulator.Faults;

namespace LanguageJobs.Emulator.Http;

/// <summary>What happens to every request before a route sees it: counting, headers, latency, the key.</summary>
internal sealed class RequestPipeline(EmulatorOptions options, EmulatorCounters counters, Draws draws)
{
    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        counters.Arrived(context.Request.Method);
        try
        {
            AddHeaders(context.Response);
            await Delay(context.RequestAborted);
            await (MayEnter(context.Request) ? next(context) : Refuse(context.Response));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; there is nobody to answer.
        }
        finally
        {
            counters.Left();
        }
    }

    private static void AddHeaders(HttpResponse response)
    {
        var started = Stopwatch.GetTimestamp();
        response.Headers["apim-request-id"] = Guid.NewGuid().ToString();
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
}
