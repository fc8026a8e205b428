using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>The API version is found out, at the price of one request a version.</summary>
public class ApiVersionTests : VersionFixture
{
    [Theory]
    [InlineData(V3, $"GET {V3}")]
    [InlineData(Newer, $"GET {V3}, GET {Newer}")]
    [InlineData(Older, $"GET {V3}, GET {Newer}, GET {Older}")]
    [InlineData($"{V3} {Newer}", $"GET {V3}")]
    public async Task A_bare_id_is_read_in_the_first_version_that_the_endpoint_has(string versions, string requests)
    {
        await using var server = await StartAsync(new VersionedService(versions.Split(' ')));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var entity = session.Run("Get-LanguageJobEntity j").ThrowIfFailed().Of<LanguageEntity>().Single();

        Assert.Equal($"j in {versions.Split(' ')[0]}", entity.DocumentId);
        Assert.Equal(requests, Log(server));
    }

    [Theory]
    [InlineData(V3, $"POST {V3}, GET {V3}")]
    [InlineData(Newer, $"POST {V3}, POST {Newer}, GET {Newer}")]
    [InlineData($"{V3} {Newer}", $"POST {V3}, GET {V3}")]
    public async Task A_job_is_started_waited_for_and_read_in_one_version(string versions, string requests)
    {
        await using var server = await StartAsync(new VersionedService(versions.Split(' ')));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var entity = session.Run($"'text' | Start-LanguageJob {Task} | Wait-LanguageJob -PollInterval 0.05 | Get-LanguageJobEntity").ThrowIfFailed().Of<LanguageEntity>().Single();

        Assert.Equal($"job-1 in {versions.Split(' ')[0]}", entity.DocumentId);
        Assert.Equal(requests, Log(server));
    }

    [Theory]
    [InlineData("Get-LanguageJobEntity j", "GET", "analyze/jobs/j?$top=50", "jobs/j?api-version=2025-11-01&top=50")]
    [InlineData("'text' | Start-LanguageJob -Kind CustomEntityRecognition -ProjectName P -DeploymentName D | Wait-LanguageJob | Get-LanguageJobEntity", "POST", "analyze", "jobs?api-version=2025-11-01")]
    [InlineData("1..20 | Get-LanguageJob", "GET", "analyze/jobs/1?$top=50", "jobs/1?api-version=2025-11-01&top=50")]
    [InlineData("1..20 | Wait-LanguageJob", "GET", "analyze/jobs/", "?api-version=2025-11-01&top=1")]
    public async Task An_endpoint_without_the_api_is_one_error_that_names_every_address(string command, string method, string first, string second)
    {
        await using var server = await StartAsync(new VersionedService());
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, id) = session.Run(command).SingleError();

        Assert.Equal("ApiNotFound", id);
        Assert.StartsWith("This endpoint has no such API (404 from", record.Exception.Message);
        Assert.Contains("check the endpoint and -ApiVersion. The service says: Resource not found", record.Exception.Message);
        Assert.Contains($"{server.Endpoint}text/analytics/v3.2-preview.2/{first}", record.Exception.Message);
        Assert.Contains(second, record.Exception.Message);
        Assert.Contains("api-version=2022-05-01", record.Exception.Message);
        Assert.Equal($"{method} {V3}, {method} {Newer}, {method} {Older}", Log(server));
        Assert.Null(session.Run("Get-LanguageConnection").Of<LanguageConnection>().Single().DetectedApiVersion);
    }

    [Theory]
    [InlineData(404, """{"error":{"code":"404","message":"Resource not found"}}""")]
    [InlineData(404, """{"statusCode":404,"message":"Resource not found"}""")]
    [InlineData(404, "<html>Not here</html>")]
    [InlineData(404, "")]
    [InlineData(410, """{"error":{"code":"Gone","message":"The version is retired."}}""")]
    [InlineData(400, """{"error":{"code":"InvalidRequest","message":"The api-version is not supported."}}""")]
    [InlineData(400, """{"error":{"code":"InvalidApiVersionParameter","message":"Choose another one."}}""")]
    public async Task What_refutes_a_version_leads_to_the_next(int status, string body)
    {
        var service = new VersionedService(Newer) { Gateway = context => VersionedService.RefuseAsync(context, status, body) };
        await using var server = await StartAsync(service);
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.Run($"Get-LanguageJob j; 't' | Start-LanguageJob {Task}").ThrowIfFailed();

        Assert.Equal($"GET {V3}, GET {Newer}, POST {Newer}", Log(server));
    }

    [Theory]
    [InlineData(401, "Unauthorized", "Unauthorized")]
    [InlineData(403, "Forbidden", "Forbidden")]
    [InlineData(408, "Timeout", "ServiceUnavailable")]
    [InlineData(503, "ServiceUnavailable", "ServiceUnavailable")]
    [InlineData(400, "InvalidRequest", "RequestRejected")]
    public async Task What_refutes_no_version_is_an_error_and_no_other_version_is_tried(int status, string code, string expected)
    {
        await using var server = await LoopbackServer.StartAsync(context => VersionedService.RefuseAsync(context, status, Bodies.Error(code, "No.")));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-MaximumRetryCount 0");

        Assert.Equal(expected, session.Run("Get-LanguageJob j").SingleError().Id);

        Assert.Equal($"GET {V3}", Log(server));
    }

    [Fact]
    public async Task A_submission_that_gets_404_in_the_services_words_is_tried_in_the_next_version()
    {
        var service = new VersionedService(Newer)
        {
            Gateway = context => VersionedService.RefuseAsync(context, 404, Bodies.Error("NotFound", "No such operation.")),
        };
        await using var server = await StartAsync(service);
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.Run($"'t' | Start-LanguageJob {Task}").ThrowIfFailed();

        Assert.Equal($"POST {V3}, POST {Newer}", Log(server));
    }

    [Theory]
    [InlineData("", $"POST {V3}, POST {Newer}, POST {Older}")]
    [InlineData("-ApiVersion 2025-11-01", $"POST {Newer}")]
    public async Task A_project_that_the_service_does_not_know_is_named_as_what_is_wrong(string option, string requests)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
            VersionedService.RefuseAsync(context, 404, Bodies.Error("ProjectNotFound", "Project 'P' was not found.")));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, option);

        var (record, id) = session.Run($"[pscustomobject]@{{ Id = 'doc'; Text = 't' }} | Start-LanguageJob {Task}").SingleError();

        Assert.Equal("ProjectNotFound", id);
        Assert.Contains("does not know the project or its deployment (404 from", record.Exception.Message);
        Assert.EndsWith("The service says: Project 'P' was not found.", record.Exception.Message);
        Assert.Equal(["doc"], Assert.IsType<string[]>(record.TargetObject));
        Assert.Equal(requests, Log(server));
    }

    [Theory]
    [InlineData("Get-LanguageJob j")]
    [InlineData("'t' | Start-LanguageJob -Kind CustomEntityRecognition -ProjectName P -DeploymentName D")]
    [InlineData("Stop-LanguageJob j")]
    public async Task A_version_that_was_given_falls_back_to_no_other(string command)
    {
        await using var server = await StartAsync(new VersionedService(V3, Older));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion 2025-11-01");

        var (record, id) = session.Run(command).SingleError();

        Assert.Equal("ApiNotFound", id);
        Assert.Contains("This endpoint has no such API (404 from", record.Exception.Message);
        Assert.DoesNotContain("24 hours", record.Exception.Message);
        Assert.Single(server.Requests);
        Assert.Null(session.Run("Get-LanguageConnection").Of<LanguageConnection>().Single().DetectedApiVersion);
    }

    [Fact]
    public async Task Many_jobs_cost_one_probing_request()
    {
        await using var server = await StartAsync(new VersionedService(Newer));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Assert.Equal(40, session.Run("1..40 | Get-LanguageJob").ThrowIfFailed().Output.Length);

        Assert.Equal(41, server.Requests.Length);
        Assert.Equal($"GET {V3}, GET {Newer}", string.Join(", ", Log(server).Split(", ").Take(2)));
    }

    [Fact]
    public async Task A_version_that_is_retired_during_a_wait_costs_no_job()
    {
        var service = new VersionedService(V3, Newer);
        var polls = 0;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (Interlocked.Increment(ref polls) > 4)
                service.Versions = [Newer];
            return polls < 9
                ? context.Request.QueryString.Value!.Contains(Newer) || polls <= 4
                    ? context.Response.WriteAsync(Bodies.V3("x", status: "running"))
                    : service.AnswerAsync(context)
                : service.AnswerAsync(context);
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var jobs = session.Run("'a', 'b' | Wait-LanguageJob -PollInterval 0.05").ThrowIfFailed().Of<LanguageJob>();

        Assert.All(jobs, job => Assert.Equal(Newer, job.ApiVersion));
        Assert.Equal(2, jobs.Length);
        Assert.Equal(Newer, session.Run("Get-LanguageConnection").Of<LanguageConnection>().Single().DetectedApiVersion);
        // Each of the two jobs may find out once that its version is gone, and no more.
        Assert.InRange(Log(server).Split(", ").Skip(4).Count(request => request == $"GET {V3}"), 1, 2);
    }

    [Fact]
    public async Task The_connection_shows_what_was_found()
    {
        await using var server = await StartAsync(new VersionedService(Newer));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var connection = session.Run("Get-LanguageConnection").Of<LanguageConnection>().Single();
        Assert.Equal(("auto", null), (connection.ApiVersion, connection.DetectedApiVersion));

        var verbose = session.Run("Get-LanguageJob j -Verbose").ThrowIfFailed().Verbose;

        Assert.Equal(("auto", Newer), (connection.ApiVersion, connection.DetectedApiVersion));
        Assert.Contains("The endpoint supports API version 2025-11-01.", verbose);
        Assert.EndsWith("(2025-11-01)", connection.ToString());
    }

    [Theory]
    [InlineData("", "auto (2025-11-01)")]
    [InlineData("-ApiVersion 2025-11-01", "2025-11-01 Key")]
    public async Task The_view_shows_what_was_asked_for_and_what_was_found(string option, string shown)
    {
        await using var server = await StartAsync(new VersionedService(Newer));
        var screen = new ScreenHost(80);
        using var session = new PowerShellSession(screen);

        session.Run($"Connect-LanguageService {server.Endpoint} k {option}; Get-LanguageJob j > $null; Get-LanguageConnection | Out-Default").ThrowIfFailed();

        Assert.Contains(screen.Lines, line => line.Contains(shown));
    }

    [Fact]
    public async Task Each_connection_finds_out_for_itself()
    {
        await using var server = await StartAsync(new VersionedService(Newer));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.Run($"Get-LanguageJob j; Connect-LanguageService {server.Endpoint} {LoopbackServer.Key}; Get-LanguageJob j").ThrowIfFailed();

        Assert.Equal($"GET {V3}, GET {Newer}, GET {V3}, GET {Newer}", Log(server));
    }
}
