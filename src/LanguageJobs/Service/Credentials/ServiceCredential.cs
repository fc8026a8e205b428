namespace LanguageJobs.Service;

/// <summary>The credential of a connection. The secret leaves this object only in a request's header.</summary>
internal abstract class ServiceCredential
{
    /// <summary>The kind of credential, for display.</summary>
    public abstract string Kind { get; }

    /// <summary>True when the service accepts it only at a resource's own subdomain, not at a regional endpoint.</summary>
    public virtual bool NeedsSubdomain => false;

    /// <summary>Adds the credential to a request, and waits for a token if needed.</summary>
    /// <exception cref="LanguageServiceException">There is no token.</exception>
    public abstract Task ApplyAsync(HttpRequestMessage request, ServiceLog log, CancellationToken cancellation);

    /// <summary>Discards the credential that the service refused; true when another one can be obtained.</summary>
    public virtual bool Forget(HttpRequestMessage refused) => false;

    /// <summary>What may have made the service refuse a request, beyond what it says; a sentence that begins with a space, or nothing.</summary>
    public virtual string Doubts(HttpRequestMessage refused) => "";

    public static string Checked(string secret, string what)
    {
        if (secret.Length == 0 || secret.Any(c => c is <= ' ' or > '~'))
            throw new FormatException($"The {what} is empty, or contains white space or other characters that cannot be sent.");
        return secret;
    }
}
