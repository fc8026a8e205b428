using System.Net.Http.Headers;

namespace LanguageJobs.Service;

/// <summary>What proves to the service who asks. The secret itself never leaves this object but in a request's header.</summary>
internal abstract class ServiceCredential
{
    /// <summary>The kind of credential, for people to read.</summary>
    public abstract string Kind { get; }

    public abstract void Apply(HttpRequestMessage request);

    protected static string Checked(string secret, string what)
    {
        if (secret.Length == 0 || secret.Any(c => c is <= ' ' or > '~'))
            throw new FormatException($"The {what} is empty, or has white space or other characters that cannot be sent.");
        return secret;
    }
}

/// <summary>A resource's key, in the header <c>Ocp-Apim-Subscription-Key</c>.</summary>
internal sealed class KeyCredential(string key) : ServiceCredential
{
    private readonly string key = Checked(key, "key");

    public override string Kind => "Key";

    public override void Apply(HttpRequestMessage request) => request.Headers.Add("Ocp-Apim-Subscription-Key", key);
}

/// <summary>A Microsoft Entra access token, sent as a bearer token.</summary>
internal sealed class AccessTokenCredential(string token) : ServiceCredential
{
    private readonly string token = Checked(token, "access token");

    public override string Kind => "AccessToken";

    public override void Apply(HttpRequestMessage request) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
}
