namespace LanguageJobs.Service;

/// <summary>What proves to the service who asks. The secret itself never leaves this object but in a request's header.</summary>
internal abstract class ServiceCredential
{
    /// <summary>The kind of credential, for people to read.</summary>
    public abstract string Kind { get; }

    /// <summary>True when the service takes it at a resource's own subdomain only, not at the endpoint of a region.</summary>
    public virtual bool NeedsSubdomain => false;

    /// <summary>Puts the proof into a request; where it has to be had first, waits for it.</summary>
    /// <exception cref="LanguageServiceException">It could not be had.</exception>
    public abstract Task ApplyAsync(HttpRequestMessage request, ServiceLog log, CancellationToken cancellation);

    /// <summary>Gives up the proof that a request bore and that the service refused; true when another can be had.</summary>
    public virtual bool Forget(HttpRequestMessage refused) => false;

    /// <summary>What may have made the service refuse a request, beyond what it says; a sentence that begins with a space, or nothing.</summary>
    public virtual string Doubts(HttpRequestMessage refused) => "";

    public static string Checked(string secret, string what)
    {
        if (secret.Length == 0 || secret.Any(c => c is <= ' ' or > '~'))
            throw new FormatException($"The {what} is empty, or has white space or other characters that cannot be sent.");
        return secret;
    }
}
