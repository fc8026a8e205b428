using System.Runtime.CompilerServices;
using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>
/// The projects and deployments of a resource. An answer, or a failure, is kept for a minute, so that a
/// resource that cannot answer is not asked repeatedly.
/// </summary>
internal sealed class AuthoringCatalog(ServiceConnection connection)
{
    // More than anybody chooses from; the limit ends a list that links to itself.
    private const int MostPages = 20;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestList = TimeSpan.FromSeconds(5);
    private static readonly ConditionalWeakTable<LanguageConnection, AuthoringCatalog> OfConnection = new();

    private readonly Dictionary<string, (TimeSpan Asked, Task<AuthoringEntry[]?> Answer)> answers = [];

    public static AuthoringCatalog Of(LanguageConnection connection) => OfConnection.GetValue(connection, key => new AuthoringCatalog(ServiceConnection.Of(key)));

    /// <summary>The projects; null if the resource does not list them.</summary>
    public Task<AuthoringEntry[]?> ProjectsAsync() => Recent(AuthoringBody.ProjectsPath);

    /// <summary>The deployments of a project; null if the resource does not list them.</summary>
    public Task<AuthoringEntry[]?> DeploymentsAsync(string project) => Recent(AuthoringBody.DeploymentsPath(project));

    private Task<AuthoringEntry[]?> Recent(string path)
    {
        lock (answers)
        {
            var now = Clock.System.Elapsed;
            if (!answers.TryGetValue(path, out var last) || now - last.Asked >= Kept)
                answers[path] = last = (now, Task.Run(() => AskAsync(path)));
            return last.Answer;
        }
    }

    private async Task<AuthoringEntry[]?> AskAsync(string path)
    {
        try
        {
            return await ListAsync(connection.Root.Address(path)).ConfigureAwait(false);
        }
        catch (LanguageServiceException e) when (e.Failure == ServiceFailure.CredentialUnavailable)
        {
            // Nothing was sent. Once a command has a token, the list can be requested.
            lock (answers)
                answers.Remove(path);
            return null;
        }
        catch (Exception e) when (e is LanguageServiceException or OperationCanceledException or WireFormatException)
        {
            // The user did not ask for the list. The command that is being typed will report the problem.
            return null;
        }
    }

    private async Task<AuthoringEntry[]> ListAsync(Uri first)
    {
        using var timeout = new CancellationTokenSource(LongestList);
        var entries = new List<AuthoringEntry>();
        var address = first;
        for (var page = 1; address is not null && page <= MostPages; page++)
        {
            using var reply = await connection.Transport.SendAsync(new ServiceRequest(HttpMethod.Get, address), NobodysLog(), timeout.Token).ConfigureAwait(false);
            var (listed, next) = AuthoringBody.Read(reply.Body);
            entries.AddRange(listed);
            address = string.IsNullOrEmpty(next) ? null : connection.Root.Follow(address, next!);
        }
        return [.. entries];
    }

    // Completion cannot run a token provider. It uses the token that a command already has.
    private static ServiceLog NobodysLog()
    {
        var log = new ServiceLog(ServiceMessageKind.Warning);
        log.Close();
        return log;
    }
}
