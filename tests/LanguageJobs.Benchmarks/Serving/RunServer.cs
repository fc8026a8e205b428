using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LanguageJobs.Benchmarks.Serving;

/// <summary>Takes any number of submissions and has each job finished at once, with tiny answers. It keeps nothing: a job's id holds its documents' numbers.</summary>
public static class RunServer
{
    /// <param name="latency">How long every answer takes.</param>
    public static async Task<WebApplication> StartAsync(TimeSpan latency)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/language/analyze-text/jobs", async (HttpRequest request) =>
        {
            var body = await JsonNode.ParseAsync(request.Body);
            await Task.Delay(latency);
            var ids = string.Join('-', body!["analysisInput"]!["documents"]!.AsArray().Select(document => (string)document!["id"]!));
            request.HttpContext.Response.Headers["Operation-Location"] = $"http://{request.Host}/language/analyze-text/jobs/{ids}?api-version=2023-04-01";
            return Results.StatusCode(202);
        });
        app.MapGet("/language/analyze-text/jobs/{id}", async (string id) =>
        {
            await Task.Delay(latency);
            return Results.Text(Body(id), "application/json");
        });
        await app.StartAsync();
        return app;
    }

    private static string Body(string id)
    {
        var documents = string.Join(',', id.Split('-').Select(number => $$"""{"id":"{{number}}","keyPhrases":[],"warnings":[]}"""));
        var now = DateTimeOffset.UtcNow.ToString("O");
        return $$$"""
            {"jobId":"{{{id}}}","lastUpdatedDateTime":"{{{now}}}","createdDateTime":"{{{now}}}","status":"succeeded","errors":[],"tasks":{"completed":1,"failed":0,"inProgress":0,"total":1,
             "items":[{"kind":"KeyPhraseExtractionLROResults","status":"succeeded","results":{"documents":[{{{documents}}}],"errors":[],"modelVersion":"1"}}]}}
            """;
    }
}
