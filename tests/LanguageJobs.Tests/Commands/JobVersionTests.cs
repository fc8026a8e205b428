using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>Every job is read in the API version that has it.</summary>
public class JobVersionTests : VersionFixture
{
    [Fact]
    public async Task A_job_that_the_first_generation_does_not_know_is_read_in_the_other()
    {
        var service = new VersionedService(V3, Newer) { Known = { [V3] = ["old"], [Newer] = ["new"] } };
        await using var server = await StartAsync(service);
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var jobs = session.Run("'old', 'new' | Get-LanguageJob -ThrottleLimit 1").ThrowIfFailed().Of<LanguageJob>();

        Assert.Equal([V3, Newer], jobs.Select(job => job.ApiVersion));
        Assert.Equal($"GET {V3}, GET {V3}, GET {Newer}", Log(server));
    }

    [Theory]
    [InlineData($"{V3} {Newer}", $"GET {V3}, GET {Newer}")]
    [InlineData(Newer, $"GET {V3}, GET {Newer}")]
    [InlineData(V3, $"GET {V3}, GET {Newer}, GET {Older}")]
    public async Task A_job_that_nobody_knows_is_asked_for_once_in_each_generation_that_is_there(string versions, string requests)
    {
        var service = new VersionedService(versions.Split(' ')) { Known = { [V3] = [], [Newer] = [] } };
        await using var server = await StartAsync(service);
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, id) = session.Run("Get-LanguageJob gone").SingleError();

        Assert.Equal("JobNotFound", id);
        Assert.StartsWith("There is no such job (404 from", record.Exception.Message);
        Assert.Equal(versions.Split(' '), new[] { V3, Newer }.Where(version => record.Exception.Message.Contains(version)));
        Assert.Equal(requests, Log(server));

        session.Run("Get-LanguageJob gone");
        Assert.Equal(versions.Split(' ').Length, server.Requests.Length - requests.Split(',').Length);
    }

    [Fact]
    public async Task The_pages_of_a_job_are_read_in_the_version_that_has_it()
    {
        var service = new VersionedService(V3, Newer) { Known = { [V3] = [] } };
        await using var server = await LoopbackServer.StartAsync(context => VersionedService.VersionOf(context.Request) == Newer
            ? context.Response.WriteAsync(Bodies.V3(
                "j",
                nextLink: context.Request.QueryString.Value!.Contains("skip") ? null : $"http://{context.Request.Host}{context.Request.Path}?api-version={Newer}&skip=50",
                documentIds: [context.Request.QueryString.Value]))
            : service.AnswerAsync(context));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var job = session.Run("Get-LanguageJob j").ThrowIfFailed().Of<LanguageJob>().Single();

        Assert.Equal((Newer, 2), (job.ApiVersion, job.Tasks[0].Documents.Length));
        Assert.Equal($"GET {V3}, GET {Newer}, GET {Newer}", Log(server));
    }

    [Theory]
    [InlineData("Get-LanguageJob j | Get-LanguageJobClass -ErrorAction Stop")]
    [InlineData("Get-LanguageJobClass j")]
    [InlineData("Wait-LanguageJob j | Get-LanguageJobClass")]
    public async Task A_finished_job_that_lists_fewer_tasks_than_it_has_is_read_in_a_dated_version_as_well(string command)
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(
            VersionedService.VersionOf(context.Request) == V3 ? Bodies.V3("j").Replace("\"total\":1", "\"total\":2") : TwoTasks));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var rows = session.Run(command).ThrowIfFailed();

        Assert.Equal(["c0", "c0"], rows.Of<LanguageClass>().Select(row => row.Category));
        Assert.Empty(rows.Warnings);
        Assert.Equal($"GET {V3}, GET {Newer}", Log(server));
    }

    [Fact]
    public async Task Tasks_that_no_version_lists_are_a_warning()
    {
        var service = new VersionedService(V3);
        await using var server = await LoopbackServer.StartAsync(context => VersionedService.VersionOf(context.Request) == V3
            ? context.Response.WriteAsync(Bodies.V3("j", documentIds: ["1"]).Replace("\"total\":1", "\"total\":3"))
            : service.AnswerAsync(context));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var result = session.Run("Get-LanguageJobEntity j").ThrowIfFailed();

        Assert.Single(result.Of<LanguageEntity>());
        Assert.Equal("Job j has 3 tasks. API version v3.2-preview.2 returned only 1 of them, and no dated version returned more.", Assert.Single(result.Warnings));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ JobId = 'j'; ApiVersion = 'v3.1' }", "GET v3.1")]
    [InlineData("\"$endpoint/text/analytics/v3.1/analyze/jobs/j\"", "GET v3.1")]
    [InlineData("\"$endpoint/language/analyze-text/jobs/j?api-version=2024-11-01\"", "GET 2024-11-01")]
    public async Task A_handle_with_a_version_is_asked_under_it_alone(string handle, string requests)
    {
        await using var server = await StartAsync(new VersionedService(V3, Newer));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint).With("endpoint", server.Endpoint.ToString().TrimEnd('/'));

        var result = session.Run($"{handle}, 'other' | Get-LanguageJob -ThrottleLimit 1");

        Assert.Equal("ApiNotFound", result.SingleError().Id);
        Assert.Equal("other", result.Of<LanguageJob>().Single().JobId);
        Assert.Equal($"{requests}, GET {V3}", Log(server));
    }

    [Theory]
    [InlineData("", $"GET {Newer}, GET {Older}")]
    [InlineData("-ApiVersion v3.1", $"GET {Newer}, GET {Older}")]
    [InlineData("-ApiVersion 2022-05-01", $"GET {Older}")]
    public async Task A_dated_address_without_a_version_is_asked_under_the_dated_versions(string option, string requests)
    {
        await using var server = await StartAsync(new VersionedService(V3, Older));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, option);

        var job = session.Run($"Get-LanguageJob {server.Endpoint}language/analyze-text/jobs/j").ThrowIfFailed().Of<LanguageJob>().Single();

        Assert.Equal(Older, job.ApiVersion);
        Assert.Equal(requests, Log(server));
    }

    private static readonly string TwoTasks = Bodies.Ga("j", 1, "1")
        .Replace("\"total\":1", "\"total\":2")
        .Replace("\"items\":[", "\"items\":[" + """
            {"kind":"CustomSingleLabelClassificationLROResults","status":"succeeded","results":{"documents":[{"id":"1","class":[{"category":"c0","confidenceScore":1}],"warnings":[]}],"errors":[]}},
            """);
}
