namespace LanguageJobs.Tests.Hosting;

/// <summary>What tests of API versions share: the versions that are tried, and the requests in short.</summary>
public abstract class VersionFixture
{
    protected const string V3 = "v3.2-preview.2";
    protected const string Newer = "2025-11-01";
    protected const string Older = "2022-05-01";
    protected const string Task = "-Kind CustomEntityRecognition -ProjectName P -DeploymentName D";

    /// <summary>The requests in short: method, and the version that each named.</summary>
    protected static string Log(LoopbackServer server) => string.Join(", ", server.Requests.Select(request =>
    {
        var version = request.PathAndQuery.Contains("api-version=") ? request.PathAndQuery.Split("api-version=")[1].Split('&')[0] : request.PathAndQuery.Split('/')[3];
        var operation = request.PathAndQuery.Contains(":cancel") ? "CANCEL" : request.Method;
        return $"{operation} {version}";
    }));

    protected static Task<LoopbackServer> StartAsync(VersionedService service) => LoopbackServer.StartAsync(service.AnswerAsync);
}
