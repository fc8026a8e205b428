using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Hosting;

/// <summary>
/// The answers of an endpoint that has some API versions: jobs that are finished at once, and for every other version what a gateway
/// says. A test may change it while it runs.
/// </summary>
public sealed partial class VersionedService(params string[] versions)
{
    private int submitted;

    /// <summary>The versions that the endpoint has.</summary>
    public IReadOnlyCollection<string> Versions { get; set; } = versions;

    /// <summary>The ids of the jobs that each version knows; a version without an entry knows every id.</summary>
    public ConcurrentDictionary<string, string[]> Known { get; } = new();

    /// <summary>What is answered for a version that is not there.</summary>
    public RequestDelegate Gateway { get; set; } = context => RefuseAsync(context, 404, Bodies.Error("404", "Resource not found"));

    /// <summary>The version that a request names.</summary>
    public static string VersionOf(HttpRequest request) =>
        request.Query["api-version"].ToString() is { Length: > 0 } dated ? dated : PathVersion().Match(request.Path.Value!).Groups[1].Value;

    public static Task RefuseAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    }

    public Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var version = VersionOf(request);
        if (!Versions.Contains(version))
            return Gateway(context);
        var last = request.Path.Value!.Split('/')[^1].Split(':');
        if (request.Method == "POST" && last.Length == 1)
        {
            context.Response.StatusCode = 202;
            context.Response.Headers["operation-location"] =
                $"http://{request.Host}{request.Path}{(last[0] == "analyze" ? "/jobs" : "")}/job-{Interlocked.Increment(ref submitted)}{request.QueryString}";
            return Task.CompletedTask;
        }
        if (Known.TryGetValue(version, out var ids) && !ids.Contains(last[0]))
            return RefuseAsync(context, 404, Bodies.Error("NotFound", "Job could not be found."));
        if (request.Method == "POST")
        {
            context.Response.StatusCode = 202;
            return Task.CompletedTask;
        }
        return context.Response.WriteAsync(Bodies.V3(last[0], documentIds: [$"{last[0]} in {version}"]));
    }

    [GeneratedRegex("/text/analytics/([^/]+)/")]
    private static partial Regex PathVersion();
}
