using System.Management.Automation;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>
/// What a user gives for a job, live or deserialized: a job, a part of one (a task or a document), an id, an operation location, or any object
/// with an <c>OperationLocation</c> or a <c>JobId</c>, such as an entity or a line of a CSV file.
/// </summary>
internal sealed class JobHandle
{
    private readonly object source;

    private JobHandle(object source) => this.source = source;

    /// <summary>What the user gave, as error records may show it.</summary>
    public object Source => Shown(source)!;

    /// <summary>The job, where the handle is one.</summary>
    public LanguageJob? Job { get; private init; }

    /// <summary>The task that was given, or one that holds nothing but the document that was given.</summary>
    public LanguageTask? Part { get; private init; }

    /// <summary>True for a part or a row: what it is about is not the job that it names.</summary>
    public bool IsRow { get; private init; }

    /// <summary>Where to ask for the job; null for a job without an id.</summary>
    public JobAddress? Address { get; private init; }

    /// <exception cref="InvalidJobException">The job has no id.</exception>
    public JobAddress RequireAddress() => Address ?? throw new InvalidJobException("The job has no id, so it cannot be requested from the service.");

    /// <exception cref="InvalidJobException">The object names no job.</exception>
    public static JobHandle Of(PSObject? value)
    {
        var source = ObjectMember.Bare(value);
        return DeserializedObject.Revive(value) switch
        {
            null => throw new InvalidJobException("The job is null."),
            LanguageJob job => new JobHandle(source!) { Job = job, Address = AddressOf(job.OperationLocation, job.JobId, job.ApiVersion, job.Endpoint) },
            LanguageTask task => OfPart(source!, task),
            LanguageDocument document => OfPart(source!, new LanguageTask(document.Identity.Task) { Documents = [document] }),
            Uri uri => new JobHandle(source!) { Address = JobAddress.Parse(uri.OriginalString) },
            string or ValueType => new JobHandle(source!) { Address = JobAddress.Parse(ObjectMember.Text(source)!) },
            _ => OfRow(source!, value!),
        };
    }

    /// <summary>The job as the user gave it; if an address in it contains a password or a key, only the address without them.</summary>
    public static object? Shown(object? value) => ObjectMember.Bare(value) switch
    {
        string text => AddressText.WithoutSecrets(text),
        Uri uri when AddressText.WithoutSecrets(uri.OriginalString) is var text && text != uri.OriginalString => text,
        null or ValueType or Uri => ObjectMember.Bare(value),
        var other => ShownMember(other, "OperationLocation") ?? ShownMember(other, "JobId") ?? ShownMember(other, "Endpoint") ?? other,
    };

    // Null for a member that may be shown as it is.
    private static string? ShownMember(object source, string name) =>
        ObjectMember.Value(PSObject.AsPSObject(source), name) is string text && AddressText.WithoutSecrets(text) is var shown && shown != text ? shown : null;

    private static JobHandle OfPart(object source, LanguageTask part) =>
        new(source) { Part = part, IsRow = true, Address = AddressOf(null, part.JobId, null, null) };

    private static JobHandle OfRow(object source, PSObject row)
    {
        try
        {
            var address = AddressOf(
                ObjectMember.Text(row, "OperationLocation"), ObjectMember.Text(row, "JobId"), ObjectMember.Text(row, "ApiVersion"), ObjectMember.Text(row, "Endpoint"))
                ?? throw new InvalidJobException($"The object ({source.GetType().Name}) does not specify a job: it has no JobId.");
            return new JobHandle(source) { IsRow = true, Address = address };
        }
        catch (FormatException e) when (e is not InvalidJobException)
        {
            throw new InvalidJobException($"The object does not specify a job. {e.Message}", e);
        }
    }

    private static JobAddress? AddressOf(string? location, string? jobId, string? apiVersion, string? endpoint)
    {
        // It is complete, and is the only value that says which part of the API has the job.
        if (location is { Length: > 0 })
            return JobAddress.Parse(location);
        if (jobId is not { Length: > 0 })
            return null;
        var address = JobAddress.Parse(jobId);
        return address with { ApiVersion = address.ApiVersion ?? apiVersion, Endpoint = address.Endpoint ?? endpoint };
    }
}
