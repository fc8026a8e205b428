using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Commands;

/// <summary>Only the dated API versions cancel jobs.</summary>
public class CancelVersionTests : VersionFixture
{
    [Theory]
    [InlineData(Newer)]
    [InlineData($"{V3} {Newer}")]
    public async Task A_job_is_cancelled_in_a_dated_version(string versions)
    {
        await using var server = await StartAsync(new VersionedService(versions.Split(' ')));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var job = session.Run("Stop-LanguageJob j").ThrowIfFailed().Of<LanguageJob>().Single();

        Assert.Equal(("j", Newer), (job.JobId, job.ApiVersion));
        Assert.Equal($"CANCEL {Newer}, GET {Newer}", Log(server));
    }

    [Theory]
    [InlineData("'j'")]
    [InlineData("[pscustomobject]@{ JobId = 'j'; ApiVersion = 'v3.2-preview.2' }")]
    public async Task A_job_of_v3_that_no_dated_version_knows_is_not_cancelled_and_the_error_says_that_it_goes_on(string handle)
    {
        await using var server = await StartAsync(new VersionedService(V3));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, id) = session.Run($"{handle} | Stop-LanguageJob").SingleError();

        Assert.Equal("NotSupported", id);
        Assert.StartsWith("Job j cannot be cancelled: only the dated API versions can cancel, and none at this endpoint knows the job (404 from http", record.Exception.Message);
        Assert.EndsWith(":cancel?api-version=2022-05-01). If it is running, it continues.", record.Exception.Message);
        Assert.Equal($"CANCEL {Newer}, CANCEL {Older}", Log(server));
    }

    [Fact]
    public async Task A_job_of_v3_that_a_dated_version_knows_is_cancelled_there()
    {
        await using var server = await StartAsync(new VersionedService(V3, Newer));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var job = session.Run($"'t' | Start-LanguageJob {Task} | Stop-LanguageJob").ThrowIfFailed().Of<LanguageJob>().Single();

        Assert.Equal(Newer, job.ApiVersion);
        Assert.Equal($"POST {V3}, CANCEL {Newer}, GET {Newer}", Log(server));
    }

    [Fact]
    public async Task A_dated_handle_is_cancelled_in_its_version_alone()
    {
        var service = new VersionedService(Newer, "2024-11-01") { Known = { ["2024-11-01"] = [] } };
        await using var server = await StartAsync(service);
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (_, id) = session.Run("[pscustomobject]@{ JobId = 'j'; ApiVersion = '2024-11-01' } | Stop-LanguageJob").SingleError();

        Assert.Equal("JobNotFound", id);
        Assert.Equal("CANCEL 2024-11-01", Log(server));
    }

    [Fact]
    public async Task Cancelling_where_there_is_no_api_is_one_error()
    {
        await using var server = await StartAsync(new VersionedService());
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, id) = session.Run("Stop-LanguageJob j").SingleError();

        Assert.Equal("NotSupported", id);
        Assert.Contains("404 from", record.Exception.Message);
        Assert.Equal($"CANCEL {Newer}, CANCEL {Older}", Log(server));
    }
}
