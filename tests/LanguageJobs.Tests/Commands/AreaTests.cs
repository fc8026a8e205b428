using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>A handle keeps the part of the API that has its job: texts, conversations, health.</summary>
public class AreaTests
{
    private const string Text = "text/analytics/v3.2-preview.2/analyze/jobs/j";
    private const string Dated = "language/analyze-text/jobs/j?api-version=2025-11-01";
    private const string Health = "text/analytics/v3.1/entities/health/jobs/j";
    private const string Conversation = "language/analyze-conversations/jobs/j?api-version=2024-11-01";

    /// <summary>A server that has one job, in one place.</summary>
    private static Task<LoopbackServer> StartAsync(string location, Func<HttpContext, string> body) => LoopbackServer.StartAsync(context =>
    {
        var (path, query) = (location.Split('?')[0], location.Contains('?') ? location.Split('?')[1] : "");
        var request = context.Request;
        if (request.Path.Value != $"/{path}" && request.Path.Value != $"/{path}:cancel" || !request.QueryString.Value!.Contains(query))
            return VersionedService.RefuseAsync(context, 404, Bodies.Error("404", "Resource not found"));
        if (request.Method == "GET")
            return context.Response.WriteAsync(body(context));
        context.Response.StatusCode = 202;
        return Task.CompletedTask;
    });

    private static string Page(HttpContext context, string location) => context.Request.QueryString.Value!.Contains("skip")
        ? Bodies.V3("j", documentIds: ["2"])
        : Bodies.V3("j", nextLink: $"http://{context.Request.Host}/{location}{(location.Contains('?') ? "&" : "?")}skip=1", documentIds: ["1"]);

    public static TheoryData<string, string> Handles()
    {
        var handles = new TheoryData<string, string>();
        foreach (var location in new[] { Text, Dated, Health, Conversation })
        {
            handles.Add(location, "\"$endpoint/$location\"");
            handles.Add(location, "(Get-LanguageJob \"$endpoint/$location\")");
            handles.Add(location, "[pscustomobject]@{ OperationLocation = \"$endpoint/$location\" }");
            handles.Add(location, "[pscustomobject]@{ JobId = 'other'; ApiVersion = 'v3.1'; Endpoint = 'https://elsewhere'; OperationLocation = \"$endpoint/$location\" }");
            // What Export-Csv keeps.
            handles.Add(location, "(Get-LanguageJob \"$endpoint/$location\" | ForEach-Object { [pscustomobject]@{ JobId = \"$($_.JobId)\"; ApiVersion = \"$($_.ApiVersion)\"; OperationLocation = \"$($_.OperationLocation)\" } })");
            handles.Add(location, "[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-LanguageJob \"$endpoint/$location\")))");
        }
        return handles;
    }

    [Theory]
    [MemberData(nameof(Handles))]
    public async Task Every_handle_leads_to_the_jobs_own_place(string location, string handle)
    {
        await using var server = await StartAsync(location, context => Page(context, location));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint).With("endpoint", server.Endpoint.ToString().TrimEnd('/')).With("location", location);

        var job = session.Run($"$handle = {handle}; $handle | Get-LanguageJob").ThrowIfFailed().Of<LanguageJob>().Single();

        Assert.Equal(("j", $"{server.Endpoint}{location}"), (job.JobId, job.OperationLocation));
        Assert.Equal(["1", "2"], job.Tasks[0].Documents.Select(document => document.DocumentId));
        Assert.Equal(2, session.Run("$handle | Get-LanguageJobEntity").ThrowIfFailed().Output.Length);
        Assert.True(session.Run("$handle | Wait-LanguageJob -PollInterval 0.05").ThrowIfFailed().Of<LanguageJob>().Single().IsFinished);
        Assert.All(server.Requests, request => Assert.StartsWith($"/{location}", request.PathAndQuery));
    }

    [Fact]
    public async Task A_started_job_has_its_address()
    {
        await using var server = await LoopbackServer.StartAsync(new VersionedService("2025-11-01").AnswerAsync);
        using var session = PowerShellSession.ConnectedTo(new Uri(server.Endpoint, ""));

        var job = session.Run("'t' | Start-LanguageJob -Kind CustomEntityRecognition -ProjectName P -DeploymentName D").ThrowIfFailed().Of<LanguageJob>().Single();

        Assert.Equal($"{server.Endpoint}language/analyze-text/jobs/job-1?api-version=2025-11-01", job.OperationLocation);
    }

    [Fact]
    public async Task The_state_and_the_errors_of_a_health_job_are_read()
    {
        await using var server = await StartAsync(Health, _ => """
            {"jobId":"j","status":"succeeded","createdDateTime":"2021-05-19T14:32:25Z","errors":[],
             "results":{"documents":[{"id":"1","entities":[{"text":"aspirin","category":"MedicationName","offset":0,"length":7,"confidenceScore":1}]}],
             "errors":[{"id":"2","error":{"code":"InvalidArgument","message":"Invalid.","innererror":{"code":"InvalidDocument","message":"Document text is empty."}}}]}}
            """);
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var result = session.Run($"Get-LanguageJobEntity {server.Endpoint}{Health}");

        var entity = result.Of<LanguageEntity>().Single();
        Assert.Equal(("aspirin", "Healthcare"), (entity.Text, entity.TaskKind));
        Assert.Equal("InvalidDocument", result.SingleError().Id);
    }

    [Fact]
    public async Task A_conversation_job_is_cancelled_in_its_place()
    {
        await using var server = await StartAsync(Conversation, _ => Bodies.V3("j", status: "cancelling"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var job = session.Run($"Get-LanguageJob {server.Endpoint}{Conversation} | Stop-LanguageJob").ThrowIfFailed().Of<LanguageJob>().Single();

        Assert.Equal($"{server.Endpoint}{Conversation}", job.OperationLocation);
        Assert.Equal("/language/analyze-conversations/jobs/j:cancel?api-version=2024-11-01", server.Requests[1].PathAndQuery);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-ApiVersion 2025-11-01")]
    public async Task A_health_job_cannot_be_cancelled_and_nothing_is_sent(string option)
    {
        await using var server = await StartAsync(Health, _ => Bodies.V3("j"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, option);

        var (record, id) = session.Run($"Stop-LanguageJob {server.Endpoint}{Health}").SingleError();

        Assert.Equal("NotSupported", id);
        Assert.Contains("API version v3.1 cannot cancel jobs", record.Exception.Message);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("language/analyze-conversations/jobs/j?api-version=v3.1")]
    [InlineData("language/analyze-images/jobs/j?api-version=2025-11-01")]
    [InlineData("text/analytics/v3.1/entities/jobs/j")]
    public async Task An_address_of_something_else_is_one_error_and_no_request(string location)
    {
        await using var server = await StartAsync(location, _ => Bodies.V3("j"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Assert.Equal("InvalidJob", session.Run($"[pscustomobject]@{{ JobId = 'j'; OperationLocation = '{server.Endpoint}{location}' }} | Get-LanguageJob").SingleError().Id);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_conversations_version_that_is_missing_says_nothing_about_texts()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Request.Path.Value!.Contains("conversations")
            ? VersionedService.RefuseAsync(context, 404, Bodies.Error("404", "Resource not found"))
            : new VersionedService("2025-11-01").AnswerAsync(context));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var result = session.Run($"'{server.Endpoint}language/analyze-conversations/jobs/j', 'k' | Get-LanguageJob -ThrottleLimit 1");

        Assert.Equal("ApiNotFound", result.SingleError().Id);
        Assert.Equal("k", result.Of<LanguageJob>().Single().JobId);
    }
}
