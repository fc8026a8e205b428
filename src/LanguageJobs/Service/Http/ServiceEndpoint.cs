using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>The address of the service: scheme, host, port, and a path before the API's own, as behind a gateway.</summary>
internal sealed class ServiceEndpoint
{
    private readonly Uri root;

    /// <exception cref="FormatException">The text is not a valid endpoint.</exception>
    public ServiceEndpoint(string text)
    {
        // The text may be the key or contain a password, so a message repeats only scheme, host and path.
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            throw new FormatException(
                "The endpoint must begin with https://, for example https://contoso.cognitiveservices.azure.com. (Were the endpoint and the key swapped?)");
        }
        if (address.UserInfo.Length > 0)
            throw Unusable(address, "it contains a user name or password");
        if (address.Scheme == "http" && !address.IsLoopback)
            throw Unusable(address, "credentials are sent over https only (plain http is allowed only for this machine)");
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            throw Unusable(address, "it must not have a query or a fragment");
        root = new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
    }

    /// <summary>True for this machine itself.</summary>
    public bool IsLoopback => root.IsLoopback;

    /// <summary>The address of a path below the endpoint.</summary>
    public Uri Address(string path) => new(root, path);

    /// <summary>
    /// True when an address is below the endpoint; the credential is sent nowhere else. Behind a gateway, each path may be another
    /// resource.
    /// </summary>
    public bool Contains(Uri address) => HasOriginOf(address) && address.AbsolutePath.StartsWith(root.AbsolutePath, StringComparison.Ordinal);

    /// <summary>
    /// The target of a link in an answer; null when it is not an address. The service sometimes names an internal host, and behind a
    /// gateway it does not know the path before the API's own. The link is therefore always requested from the endpoint.
    /// </summary>
    public Uri? Follow(Uri from, string link)
    {
        if (!Uri.TryCreate(from, link, out var address) || address.Scheme is not ("https" or "http"))
            return null;
        if (Contains(address))
            return address;
        var foreign = ApiDialect.Parse(address)?.Prefix.Length ?? 0;
        return Address(address.PathAndQuery.Substring(foreign).TrimStart('/'));
    }

    /// <summary>True when an address is the endpoint's own.</summary>
    public bool Is(Uri address) => HasOriginOf(address) && address.AbsolutePath.TrimEnd('/') == root.AbsolutePath.TrimEnd('/');

    /// <summary>
    /// Checks that the endpoint belongs to one resource; regional endpoints do not accept Microsoft Entra tokens ([D] authentication).
    /// </summary>
    /// <exception cref="FormatException">The endpoint is regional.</exception>
    public void RequireSubdomain()
    {
        if (AzureCloud.IsRegional(root))
        {
            throw Unusable(
                root,
                "it is the endpoint of a region, which accepts keys only. For Microsoft Entra tokens, use the resource's custom subdomain, "
                + $"https://<name>.{new Uri(AzureCloud.Of(root).Audience).Host}");
        }
    }

    /// <summary>The endpoint without a slash at its end.</summary>
    public override string ToString() => root.AbsoluteUri.TrimEnd('/');

    private bool HasOriginOf(Uri address) =>
        address.Scheme == root.Scheme && address.Port == root.Port && address.Host.Equals(root.Host, StringComparison.OrdinalIgnoreCase);

    private static FormatException Unusable(Uri address, string why) =>
        new($"'{address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}' is not a usable endpoint: {why}.");
}
