using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>
/// The projects and deployments of a resource. An answer, or a failure, is kept for a minute, so that a
/// resource that cannot answer is not asked repeatedly.
/// </summary>
internal sealed class AuthoringCatalog(ServiceConnection connection)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(5);
    private static readonly ConditionalWeakTable<LanguageConnection, AuthoringCatalog> OfConnection = new();

    private readonly ConcurrentDictionary<string, (TimeSpan Asked, Task<AuthoringEntry[]> Answer)> answers = new();

    public static AuthoringCatalog Of(LanguageConnection connection) => OfConnection.GetValue(connection, key => new AuthoringCatalog(ServiceConnection.Of(key)));

    public Task<AuthoringEntry[]> ProjectsAsync() => Recent(AuthoringBody.ProjectsPath);

    public Task<AuthoringEntry[]> DeploymentsAsync(string project) => Recent(AuthoringBody.DeploymentsPath(project));

    private Task<AuthoringEntry[]> Recent(string path)
    {
        var now = Clock.System.Elapsed;
        return answers.AddOrUpdate(
            path, _ => (now, Task.Run(() => AskAsync(path))), (_, last) => now - last.Asked < Kept ? last : (now, Task.Run(() => AskAsync(path)))).Answer;
    }

    private async Task<AuthoringEntry[]> AskAsync(string path)
    {
        using var timeout = new CancellationTokenSource(LongestRequest);
        try
        {
            var request = new ServiceRequest(HttpMethod.Get, connection.Root.Address(path));
            using var reply = await connection.Transport.SendAsync(request, new ServiceLog(), timeout.Token).ConfigureAwait(false);
            return AuthoringBody.Read(reply.Body);
        }
        catch
        {
            // The user did not ask for the list. The command that is being typed will report the problem.
            return [];
        }
    }
}
