namespace LanguageJobs.Service;

/// <summary>
/// The clouds that have the service, identified by the endpoint's host ([D] authentication; audiences as in Microsoft's SDKs).
/// </summary>
/// <param name="Audience">What a Microsoft Entra token for the service is made for.</param>
/// <param name="RegionalDomain">The end of the hosts of regional endpoints, which accept keys only.</param>
internal sealed record AzureCloud(string Audience, string RegionalDomain)
{
    public static readonly AzureCloud Public = new("https://cognitiveservices.azure.com", ".api.cognitive.microsoft.com");
    public static readonly AzureCloud UsGovernment = new("https://cognitiveservices.azure.us", ".api.cognitive.microsoft.us");
    public static readonly AzureCloud China = new("https://cognitiveservices.azure.cn", ".api.cognitive.azure.cn");

    /// <summary>The cloud of an address; any other host (a proxy, this machine) counts as the public cloud.</summary>
    public static AzureCloud Of(Uri address)
    {
        if (HasSuffix(address, ".azure.us") || HasSuffix(address, UsGovernment.RegionalDomain))
            return UsGovernment;
        return HasSuffix(address, ".azure.cn") ? China : Public;
    }

    /// <summary>True for a regional endpoint.</summary>
    public static bool IsRegional(Uri address) => HasSuffix(address, Of(address).RegionalDomain);

    private static bool HasSuffix(Uri address, string suffix) => address.Host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase);
}
