using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Hosting;

/// <summary>What tests of the history share: a history of their own, the ids that are listed, and the id in a request.</summary>
public abstract class HistoryFixture : IDisposable
{
    /// <summary>The history of the test.</summary>
    protected TemporaryHistory History { get; } = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        History.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The ids that Get-LanguageJob lists.</summary>
    protected static string[] List(PowerShellSession session, string parameters) =>
        [.. session.Run($"Get-LanguageJob {parameters}").ThrowIfFailed().Of<LanguageJob>().Select(job => job.JobId!)];

    /// <summary>The job's id at the end of a request's path.</summary>
    protected static string IdIn(HttpContext context) => context.Request.Path.Value!.Split('/')[^1];
}
