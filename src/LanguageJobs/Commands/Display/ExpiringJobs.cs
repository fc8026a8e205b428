using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using LanguageJobs.Storage;

namespace LanguageJobs.Commands;

/// <summary>The finished jobs of a listing whose results will be deleted soon and have not been read.</summary>
internal sealed class ExpiringJobs
{
    private const int MostNamed = 5;

    private static readonly TimeSpan Soon = TimeSpan.FromHours(2);

    // The runspaces that have seen the warning.
    private static readonly ConditionalWeakTable<Runspace, object> Warned = new();

    private readonly List<string> ids = [];

    public void Add(RememberedJob job)
    {
        if (job.IsUnread && JobDisplay.ResultsLeft(job.Expires, job.Created, JobDisplay.ServiceNow(job.Skew)) is { } left && left > TimeSpan.Zero && left < Soon)
            ids.Add(job.JobId);
    }

    /// <summary>A warning about them, once in a session.</summary>
    public string? TakeWarning()
    {
        if (ids.Count == 0 || Warned.TryGetValue(Runspace.DefaultRunspace, out _))
            return null;
        Warned.Add(Runspace.DefaultRunspace, this);
        var names = string.Join(", ", ids.Take(MostNamed)) + (ids.Count > MostNamed ? ", …" : "");
        var what = ids.Count == 1 ? "The results of 1 finished job have" : $"The results of {ids.Count} finished jobs have";
        return $"{what} not been read, and the service deletes them in less than two hours: {names}. Use Export-LanguageJob to keep them.";
    }
}
