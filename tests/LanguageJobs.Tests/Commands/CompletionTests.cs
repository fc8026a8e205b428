using System.Management.Automation;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>What the Tab key gives, from the engine's own completion.</summary>
[Collection("Environment")]
public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryHistory history = new();

    public void Dispose() => history.Dispose();

    [Fact]
    public async Task Jobs_that_were_seen_are_offered_the_newest_first_with_status_and_age()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Job(context)));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        session.Run("'b-older', 'b-newest', 'a-oldest' | Get-LanguageJob | Out-Null; Get-LanguageJobEntity b-rows | Out-Null").ThrowIfFailed();
        var sent = server.Requests.Length;

        Assert.Equal(["b-newest", "b-older", "b-rows", "a-oldest"], Texts(session, "Get-LanguageJob "));
        Assert.Equal(["b-newest", "b-older", "b-rows"], Texts(session, "Get-LanguageJobEntity -Job b"));
        Assert.Equal(["running, 5 min old", "running, 3 h old", "running, 9 h old"], Complete(session, "Get-LanguageJob b").Select(match => match.ToolTip));
        Assert.Equal(sent, server.Requests.Length);
    }

    [Fact]
    public async Task Another_runspace_knows_the_ids_and_not_the_names_in_the_jobs()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j", documentIds: ["d"]));
        using var one = PowerShellSession.ConnectedTo(server.Endpoint);
        using var two = new PowerShellSession();
        one.Run("Get-LanguageJob j").ThrowIfFailed();

        Assert.Equal("j", Assert.Single(Texts(one, "Get-LanguageJob ")));
        Assert.Equal("j", Assert.Single(Texts(two, "Get-LanguageJob ")));
        Assert.Equal("thing", Assert.Single(Texts(one, "Get-LanguageJobEntity j -Category ")));
        Assert.DoesNotContain("thing", Texts(two, "Get-LanguageJobEntity j -Category "));
    }

    [Fact]
    public async Task The_last_hundred_jobs_of_the_runspace_come_before_those_of_the_history()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3(IdIn(context))));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        session.Run("1..130 | ForEach-Object { \"job-$_\" } | Get-LanguageJob").ThrowIfFailed();

        var ids = Texts(session, "Get-LanguageJob job-");

        Assert.Equal(130, ids.Length);
        Assert.Equal(("job-130", "job-31"), (ids[0], ids[99]));
        Assert.Equal(Enumerable.Range(1, 30).Select(n => $"job-{n}").Order(), ids[100..].Order());
    }

    [Fact]
    public void Names_in_imported_jobs_are_offered_quoted_and_escaped_where_needed()
    {
        using var file = new TemporaryFile(Named("j1", "it's spam", "bill", "[draft]", "my task", "1,2"));
        using var session = new PowerShellSession();
        session.Run($"Import-LanguageJob '{file.Path}'").ThrowIfFailed();

        Assert.Equal(["bill", "'it''s spam'", "'`[draft`]'"], Texts(session, "Get-LanguageJobEntity j -Category "));
        Assert.Equal(["'it''s spam'"], Texts(session, "Get-LanguageJobClass j -Category 'it"));
        Assert.Equal(["'1,2'"], Texts(session, "Get-LanguageJobDocument j -DocumentId "));
        Assert.Equal(["'my task'"], Texts(session, "Get-LanguageJobError j -TaskName m"));
    }

    [Fact]
    public void A_completed_name_selects_the_rows_that_it_names()
    {
        using var file = new TemporaryFile(Named("j1", "[draft]", "d", "bill", "t", "doc"));
        using var session = new PowerShellSession();
        session.Run($"$job = Import-LanguageJob '{file.Path}'").ThrowIfFailed();

        var category = Texts(session, "Get-LanguageJobEntity j -Category ")[^1];

        var rows = session.Run($"$job | Get-LanguageJobEntity -Category {category}").ThrowIfFailed().Of<LanguageEntity>();
        Assert.Equal(["[draft]", "[draft]"], rows.Select(row => row.Category));
    }

    [Fact]
    public void Names_are_those_of_the_job_that_the_command_is_given()
    {
        using var one = new TemporaryFile(Named("j1", "of-one", "a", "b", "t1", "d1"));
        using var two = new TemporaryFile(Named("j2", "of-two", "c", "d", "t2", "d2"));
        using var session = new PowerShellSession();
        session.Run($"$one = Import-LanguageJob '{one.Path}'; $two = Import-LanguageJob '{two.Path}'").ThrowIfFailed();

        Assert.Equal(["d1"], Texts(session, "Get-LanguageJobEntity j1 -DocumentId "));
        Assert.Equal(["d2"], Texts(session, "Get-LanguageJobEntity -Job $two -DocumentId "));
        Assert.Equal(["d1", "d2"], Texts(session, "Get-LanguageJobEntity -DocumentId ").Order());
    }

    [Fact]
    public void Api_versions_are_offered_the_default_first()
    {
        using var session = new PowerShellSession();

        var versions = Complete(session, "Connect-LanguageService https://contoso k -ApiVersion ");

        Assert.Equal(["auto", "2026-05-01"], versions.Take(2).Select(match => match.CompletionText));
        Assert.Equal("The first request finds out the version", versions[0].ToolTip);
        Assert.Equal("Text Analytics, preview", versions[^1].ToolTip);
        foreach (var version in versions)
            session.Run($"Connect-LanguageService https://contoso k -ApiVersion {version.CompletionText}").ThrowIfFailed();
    }

    [Fact]
    public void Kinds_of_custom_tasks_are_offered()
    {
        using var session = new PowerShellSession();

        Assert.Equal(["CustomSingleLabelClassification"], Texts(session, "Start-LanguageJob -Kind customs"));
    }

    [Fact]
    public async Task Projects_and_their_deployments_are_offered_once_for_many_tries()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(context.Request.Path.Value!.EndsWith("deployments", StringComparison.Ordinal)
            ? """{"value":[{"deploymentName":"production","modelId":"m1"},{"deploymentName":"test"}]}"""
            : """{"value":[{"projectName":"Tickets","projectKind":"CustomSingleLabelClassification","settings":{}},{"projectName":"Two Words","projectKind":null}],"nextLink":null}"""));
        using var session = new PowerShellSession();
        session.Run($"Connect-LanguageService {server.Endpoint} k").ThrowIfFailed();
        Eventually(() => Texts(session, "Start-LanguageJob -ProjectName ").Length > 0);
        Eventually(() => Texts(session, "Start-LanguageJob -ProjectName 'Two Words' -DeploymentName ").Length > 0);

        var projects = Complete(session, "Start-LanguageJob -ProjectName ");

        Assert.Equal(["Tickets", "'Two Words'"], projects.Select(match => match.CompletionText));
        Assert.Equal("CustomSingleLabelClassification", projects[0].ToolTip);
        Assert.Equal(["production"], Texts(session, "Start-LanguageJob -ProjectName 'Two Words' -DeploymentName p"));
        Assert.Equal(
            [
                "/language/authoring/analyze-text/projects/Two%20Words/deployments?api-version=2023-04-01",
                "/language/authoring/analyze-text/projects?api-version=2023-04-01",
            ],
            server.Requests.Select(request => request.PathAndQuery).Order(StringComparer.Ordinal));
        Assert.All(server.Requests, request => Assert.Equal("k", request.Headers["Ocp-Apim-Subscription-Key"]));
    }

    [Fact]
    public async Task An_answer_that_comes_late_is_not_waited_for_and_is_there_at_the_next_try()
    {
        var answer = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await answer.Task.WaitAsync(context.RequestAborted);
            await context.Response.WriteAsync("""{"value":[{"projectName":"Tickets","projectKind":null}]}""");
        });
        using var session = new PowerShellSession();
        session.Run($"Connect-LanguageService {server.Endpoint} k").ThrowIfFailed();

        var projects = Texts(session, "Start-LanguageJob -ProjectName ");
        // A wait for the answer would have ended without one.
        answer.SetResult();

        Assert.DoesNotContain("Tickets", projects);
        Eventually(() => Texts(session, "Start-LanguageJob -ProjectName ").Contains("Tickets"));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(401, "")]
    [InlineData(200, "<html>")]
    [InlineData(200, """{"value":{}}""")]
    public async Task A_resource_that_cannot_say_gives_no_completion_and_no_error(int status, string body)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        });
        using var session = new PowerShellSession();
        session.Run($"Connect-LanguageService {server.Endpoint} k; $Error.Clear()").ThrowIfFailed();

        Texts(session, "Start-LanguageJob -ProjectName ");
        Eventually(() => server.Requests.Length == 1);

        Assert.Equal(0, session.Run("$Error.Count").Of<int>().Single());
    }

    [Fact]
    public void Without_a_connection_no_project_is_offered_and_nothing_is_thrown()
    {
        using var session = new PowerShellSession();

        Assert.Empty(Texts(session, "Start-LanguageJob -Kind x"));
        Assert.DoesNotContain("Tickets", Texts(session, "Start-LanguageJob -ProjectName "));
        Assert.Equal(0, session.Run("$Error.Count").Of<int>().Single());
    }

    internal static string[] Texts(PowerShellSession session, string line) => [.. Complete(session, line).Select(match => match.CompletionText)];

    private static CompletionResult[] Complete(PowerShellSession session, string line)
    {
        System.Management.Automation.Runspaces.Runspace.DefaultRunspace = session.Runspace;
        using var shell = session.Script("");
        shell.Commands.Clear();
        var matches = CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches;
        // Where an argument has no completion of its own the engine offers files.
        return [.. matches.Where(match => match.ResultType == CompletionResultType.ParameterValue)];
    }

    internal static void Eventually(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(20)));

    private static string IdIn(HttpContext context) => context.Request.Path.Value!.Split('/')[^1];

    private static string Job(HttpContext context)
    {
        var id = IdIn(context);
        var age = id switch
        {
            "b-newest" => TimeSpan.FromMinutes(5),
            "b-older" => TimeSpan.FromHours(3),
            "b-rows" => TimeSpan.FromHours(9),
            _ => TimeSpan.FromDays(9),
        };
        return Bodies.V3(id, "running").Replace("2021-12-14T18:51:53Z", (DateTimeOffset.UtcNow - age).ToString("yyyy-MM-ddTHH:mm:ssZ"));
    }

    private static string Named(string jobId, string category, string second, string third, string taskName, string documentId)
    {
        var entities = string.Join(",", new[] { category, second, third, category }.Select(name =>
            $$"""{"text":"x","category":"{{name}}","offset":0,"length":1,"confidenceScore":1}"""));
        return $$$"""
            {"jobId":"{{{jobId}}}","createdDateTime":"2026-01-01T00:00:00Z","status":"succeeded","tasks":{"items":[
             {"kind":"CustomEntityRecognitionLROResults","taskName":"{{{taskName}}}","status":"succeeded",
              "results":{"documents":[{"id":"{{{documentId}}}","entities":[{{{entities}}}],"warnings":[]}],"errors":[]}}]}}
            """;
    }
}
