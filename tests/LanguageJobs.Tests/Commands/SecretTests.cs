using System.Management.Automation;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>A key or token is nowhere but in a request's header.</summary>
public class SecretTests
{
    [Theory]
    [InlineData("-Key $secret", "Ocp-Apim-Subscription-Key", "")]
    [InlineData("-AccessToken $secret", "Authorization", "Bearer ")]
    [InlineData("-AccessToken ([pscustomobject]@{ Token = $secret; ExpiresOn = [datetime]::Now })", "Authorization", "Bearer ")]
    [InlineData("-TokenProvider { [pscustomobject]@{ Token = $secret; ExpiresOn = [datetime]::Now } }", "Authorization", "Bearer ")]
    public async Task No_stream_and_no_serialization_shows_the_secret(string credential, string header, string prefix)
    {
        var answers = 0;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = (Interlocked.Increment(ref answers) % 3) switch { 0 => 500, 1 => 404, _ => 200 };
            return context.Response.WriteAsync(Bodies.V3("j", documentIds: ["1"], errors: $"[{Bodies.DocumentError("2")}]"));
        });
        using var session = new PowerShellSession();

        var result = session.Run($$"""
            $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
            $secret = '{{LoopbackServer.Key}}'
            $connection = Connect-LanguageService {{server.Endpoint}} {{credential}} -PassThru -MaximumRetryCount 0 -Verbose -Debug
            $connection
            1..6 | Get-LanguageJob -Connection $connection -Verbose -Debug
            1..6 | Get-LanguageJobEntity -Verbose -Debug
            Get-LanguageConnection | Out-Default
            """);

        var everything = result.Verbose.Concat(result.Debug).Concat(result.Warnings)
            .Concat(result.Output.Select(item => PSSerializer.Serialize(item, 5)))
            .Concat(result.Output.SelectMany(item => item.Properties.Select(property => $"{property.Value}")))
            .Concat(result.Errors.Select(record => $"{record} {record.Exception} {record.TargetObject} {record.ErrorDetails?.RecommendedAction} {PSSerializer.Serialize(record, 3)}"))
            .ToArray();
        Assert.NotEmpty(result.Errors);
        Assert.NotEmpty(result.Debug);
        Assert.All(server.Requests, request => Assert.Equal(prefix + LoopbackServer.Key, request.Headers[header]));
        Assert.All(everything, text => Assert.DoesNotContain(LoopbackServer.Key, text));
    }

    [Fact]
    public void A_connection_shows_no_property_that_holds_a_secret()
    {
        using var session = new PowerShellSession();

        var connection = session.Run($"Connect-LanguageService https://contoso -Key '{LoopbackServer.Key}' -PassThru").ThrowIfFailed().Output.Single();

        Assert.Equal(
            ["ApiVersion", "Authentication", "DetectedApiVersion", "Endpoint", "MaximumRetryCount", "RequestsPerMinute"],
            connection.Properties.Select(property => property.Name).Order());
    }
}
