using System.Text.Json.Nodes;

namespace LanguageJobs.Tests.Hosting;

/// <summary>What tests of submissions share: a service that takes every one, and what was sent to it.</summary>
public abstract class SubmissionFixture
{
    /// <summary>Parameters that describe one task.</summary>
    protected const string Task = "-Kind CustomEntityRecognition -ProjectName P -DeploymentName D";

    /// <summary>The bodies that were sent.</summary>
    protected List<JsonNode> Submitted { get; } = [];

    /// <summary>A server that takes every submission.</summary>
    protected Task<LoopbackServer> StartAsync() => LoopbackServer.StartAsync(async context =>
    {
        var body = await JsonNode.ParseAsync(context.Request.Body);
        lock (Submitted)
            Submitted.Add(body!);
        context.Response.StatusCode = 202;
        var request = context.Request;
        context.Response.Headers["operation-location"] = request.Path.Value!.EndsWith("/analyze")
            ? $"http://{request.Host}{request.Path}/jobs/job-{Submitted.Count}"
            : $"http://{request.Host}{request.Path}/job-{Submitted.Count}{request.QueryString}";
    });

    /// <summary>The ids of the documents in a request.</summary>
    protected string[] Ids(int request) => [.. Documents(request).Select(document => (string)document!["id"]!)];

    /// <summary>The texts of the documents in a request.</summary>
    protected string[] Texts(int request) => [.. Documents(request).Select(document => (string)document!["text"]!)];

    /// <summary>The documents in a request.</summary>
    protected JsonArray Documents(int request) => Submitted[request]["analysisInput"]!["documents"]!.AsArray();
}
