using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Commands;

/// <summary>The environment belongs to the whole process: these tests run one after the other, and set it back.</summary>
[Collection("Environment")]
public sealed class EnvironmentTests : IDisposable
{
    private static readonly string[] Names = ["LANGUAGE_ENDPOINT", "LANGUAGE_KEY", "LANGUAGE_API_VERSION"];
    private readonly string?[] before = Array.ConvertAll(Names, Environment.GetEnvironmentVariable);

    public void Dispose() => Set(before);

    private static void Set(params string?[] values)
    {
        for (var i = 0; i < Names.Length; i++)
            Environment.SetEnvironmentVariable(Names[i], i < values.Length ? values[i] : null);
    }

    [Fact]
    public async Task The_environment_is_a_connection_in_parallel_runspaces_too()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.Ga("j", 1, "1"));
        Set(server.Endpoint.ToString(), LoopbackServer.Key, "2025-11-01");
        using var session = new PowerShellSession().With("module", Repository.StagedModule);

        var rows = session.Run("1..4 | ForEach-Object -Parallel { Import-Module $using:module; $_ | Get-LanguageJobClass }").ThrowIfFailed().Of<LanguageClass>();

        Assert.Equal(4, rows.Length);
        Assert.All(server.Requests, request => Assert.Contains("api-version=2025-11-01", request.PathAndQuery));
        Assert.All(server.Requests, request => Assert.Equal(LoopbackServer.Key, request.Headers["Ocp-Apim-Subscription-Key"]));
    }

    [Fact]
    public void A_change_of_the_environment_is_seen()
    {
        using var session = new PowerShellSession();
        Set("https://one.cognitiveservices.azure.com", "k");
        Assert.Equal("https://one.cognitiveservices.azure.com", session.Run("Get-LanguageConnection").Of<LanguageConnection>().Single().Endpoint);

        Set("https://two.cognitiveservices.azure.com", "k");
        Assert.Equal("https://two.cognitiveservices.azure.com", session.Run("Get-LanguageConnection").Of<LanguageConnection>().Single().Endpoint);
    }

    [Fact]
    public void A_connection_that_was_made_goes_before_the_environment()
    {
        Set("https://environment.cognitiveservices.azure.com", "k");
        using var session = new PowerShellSession();

        session.Run("Connect-LanguageService https://made.cognitiveservices.azure.com -Key k").ThrowIfFailed();

        Assert.Equal("https://made.cognitiveservices.azure.com", session.Run("Get-LanguageConnection").Of<LanguageConnection>().Single().Endpoint);
    }

    [Theory]
    [InlineData(null, "", "auto")]
    [InlineData("2025-11-01", "", "2025-11-01")]
    [InlineData("2025-11-01", "-ApiVersion auto", "auto")]
    [InlineData("2025-11-01", "-ApiVersion AUTO", "auto")]
    [InlineData("2025-11-01", "-ApiVersion v3.2-preview.2", "v3.2-preview.2")]
    [InlineData("auto", "", "auto")]
    public void The_environments_api_version_replaces_the_default_of_connect(string? version, string option, string expected)
    {
        Set(null, null, version);
        using var session = new PowerShellSession();

        var connection = session.Run($"Connect-LanguageService https://contoso -Key k {option} -PassThru").ThrowIfFailed().Of<LanguageConnection>().Single();

        Assert.Equal(expected, connection.ApiVersion);
    }

    [Theory]
    [InlineData("contoso", "k", null, "LANGUAGE_ENDPOINT cannot be used. The endpoint must begin with https://")]
    [InlineData("https://contoso", "PRECIOUS key", null, "LANGUAGE_KEY cannot be used. The key is empty")]
    [InlineData("https://contoso", "k", "9.1", "LANGUAGE_API_VERSION cannot be used. '9.1' is not an API version.")]
    public void An_environment_that_describes_an_impossible_connection_is_an_error_that_names_the_variable(
        string endpoint, string key, string? version, string reason)
    {
        Set(endpoint, key, version);
        using var session = new PowerShellSession();

        foreach (var command in new[] { "Get-LanguageJob j", "'text' | Start-LanguageJob -Kind EntityRecognition", "Get-LanguageConnection" })
        {
            var (record, id) = session.Run(command).SingleError();

            Assert.Equal("InvalidConnection", id);
            Assert.Contains($"The environment variable {reason}", record.Exception.Message);
            Assert.DoesNotContain("PRECIOUS", record.Exception.ToString());
        }
    }

    [Fact]
    public void Connect_names_the_variable_whose_api_version_there_cannot_be()
    {
        Set(null, null, "9.1");
        using var session = new PowerShellSession();

        var (record, id) = session.Run("Connect-LanguageService https://contoso -Key k").SingleError();

        Assert.Equal("InvalidConnection", id);
        Assert.Contains("The environment variable LANGUAGE_API_VERSION cannot be used. '9.1' is not an API version.", record.Exception.Message);
        session.Run("Connect-LanguageService https://contoso -Key k -ApiVersion auto").ThrowIfFailed();
    }
}
