using System.Management.Automation;
using LanguageJobs.Commands;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>What nobody foresaw is an error of its own: it costs one job, and it gives no other error's advice.</summary>
public class UnexpectedFailureTests
{
    [Theory]
    [InlineData(typeof(InvalidDataException))]
    [InlineData(typeof(ObjectDisposedException))]
    [InlineData(typeof(OverflowException))]
    [InlineData(typeof(FormatException))]
    [InlineData(typeof(UriFormatException))]
    public void An_exception_that_is_not_foreseen_keeps_itself_inside(Type type)
    {
        var e = type == typeof(ObjectDisposedException) ? new ObjectDisposedException("thing") : (Exception)Activator.CreateInstance(type, "The reason.")!;

        var record = ErrorRecords.Of(e, "j");

        Assert.Equal(("UnexpectedFailure", ErrorCategory.NotSpecified), (record.FullyQualifiedErrorId, record.CategoryInfo.Category));
        Assert.Same(e, record.Exception.InnerException);
        Assert.Contains(e.Message, record.Exception.Message);
        Assert.DoesNotContain("Give a job id", record.ErrorDetails.RecommendedAction);
        Assert.Equal("j", record.TargetObject);
    }

    [Theory]
    [InlineData(typeof(PipelineStoppedException))]
    [InlineData(typeof(ActionPreferenceStopException))]
    [InlineData(typeof(RuntimeException))]
    public void What_the_engine_throws_is_left_to_the_engine(Type type) =>
        Assert.True(ErrorRecords.IsFromEngine((Exception)Activator.CreateInstance(type)!));

    [Theory]
    [InlineData("Get-LanguageJob")]
    [InlineData("Get-LanguageJobDocument")]
    [InlineData("Get-LanguageJobClass")]
    [InlineData("Get-LanguageJobEntity")]
    [InlineData("Get-LanguageJobError")]
    [InlineData("Wait-LanguageJob")]
    [InlineData("Stop-LanguageJob")]
    public async Task A_connection_that_is_null_is_an_error_and_never_the_default_one(string command)
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3("j")));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, _) = session.Run($"$west = Connect-LanguageService {server.Endpoint} -Key k; {command} j -Connection $west").SingleError();

        Assert.StartsWith("ParameterArgumentValidationError", record.FullyQualifiedErrorId);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_submission_with_a_connection_that_is_null_sends_nothing()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(""));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.Run("'text' | Start-LanguageJob -Kind CustomEntityRecognition -ProjectName P -DeploymentName D -Connection $null").SingleError();

        Assert.Empty(server.Requests);
    }
}
