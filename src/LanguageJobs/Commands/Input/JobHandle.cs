using System.Collections;
using System.Management.Automation;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>
/// Anything that names a job: an id, an operation location, a <see cref="LanguageJob"/>, or any object with a <c>JobId</c>
/// (a deserialized job, a row of a CSV file, an entity).
/// </summary>
internal sealed class JobHandle
{
    private JobHandle(object source) => Source = source;

    /// <summary>What the user gave, for error records.</summary>
    public object Source { get; }

    /// <summary>The job, where the handle is one that holds its results.</summary>
    public LanguageJob? Job { get; private init; }

    /// <summary>Where to ask for the job; null for a job without an id.</summary>
    public JobAddress? Address { get; private init; }

    /// <exception cref="InvalidJobException">The job has no id.</exception>
    public JobAddress RequireAddress() => Address ?? throw new InvalidJobException("The job has no id, so the service cannot be asked for it.");

    /// <exception cref="InvalidJobException">The object names no job.</exception>
    public static JobHandle Of(PSObject? value)
    {
        var source = value?.BaseObject is PSCustomObject ? value : value?.BaseObject;
        switch (source)
        {
            case null:
                throw new InvalidJobException("There is no job: the value is null.");
            case LanguageJob job:
                return new JobHandle(job) { Job = job.HoldsResults ? job : null, Address = AddressOf(job.JobId, job.ApiVersion, job.Endpoint) };
            case Uri uri:
                return new JobHandle(source) { Address = JobAddress.Parse(uri.OriginalString) };
            case string or ValueType:
                return new JobHandle(source) { Address = JobAddress.Parse(source.ToString()!) };
            default:
                return new JobHandle(source)
                {
                    Address = AddressOf(Member(value!, "JobId"), Member(value!, "ApiVersion"), Member(value!, "Endpoint"))
                        ?? throw new InvalidJobException($"The object ({source.GetType().Name}) names no job: it has no JobId."),
                };
        }
    }

    private static JobAddress? AddressOf(string? jobId, string? apiVersion, string? endpoint)
    {
        if (jobId is not { Length: > 0 })
            return null;
        var address = JobAddress.Parse(jobId);
        return address with { ApiVersion = address.ApiVersion ?? apiVersion, Endpoint = address.Endpoint ?? endpoint };
    }

    private static string? Member(PSObject value, string name)
    {
        var member = value.BaseObject is IDictionary entries ? entries[name] : value.Properties[name]?.Value;
        return member?.ToString()?.Trim() is { Length: > 0 } text ? text : null;
    }
}
