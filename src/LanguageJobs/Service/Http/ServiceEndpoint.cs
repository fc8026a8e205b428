namespace LanguageJobs.Service;

/// <summary>Where the service is: scheme, host and port, and a path where a proxy puts one before the API's.</summary>
internal sealed class ServiceEndpoint
{
    private readonly Uri root;

    /// <exception cref="FormatException">The text cannot be an endpoint.</exception>
    public ServiceEndpoint(string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            throw Unusable(text, "it must begin with https://");
        if (address.UserInfo.Length > 0)
            throw new FormatException("The endpoint holds a user name or password; an endpoint holds no secrets.");
        if (address.Scheme == "http" && !address.IsLoopback)
            throw Unusable(text, "credentials are sent over https only (plain http is for this machine itself)");
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            throw Unusable(text, "it must not have a query or a fragment");
        root = new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
    }

    /// <summary>The address of a path below the endpoint.</summary>
    public Uri Address(string path) => new(root, path);

    /// <summary>True when an address has the endpoint's own scheme, host and port: only there a credential may go.</summary>
    public bool IsSameOrigin(Uri address) =>
        address.Scheme == root.Scheme && address.Port == root.Port && address.Host.Equals(root.Host, StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes sure that the endpoint is one resource's own, the only kind that takes Microsoft Entra tokens ([D] authentication).</summary>
    /// <exception cref="FormatException">A whole region shares the endpoint.</exception>
    public void RequireSubdomain()
    {
        if (AzureCloud.IsRegional(root))
        {
            throw Unusable(
                ToString(),
                "a whole region shares it, and regional endpoints take keys only. Microsoft Entra tokens need the resource's custom subdomain, "
                + $"https://<name>.{new Uri(AzureCloud.Of(root).Audience).Host}");
        }
    }

    /// <summary>The endpoint without a slash at its end.</summary>
    public override string ToString() => root.AbsoluteUri.TrimEnd('/');

    private static FormatException Unusable(string text, string why) => new($"'{text}' is not a usable endpoint: {why}.");
}
