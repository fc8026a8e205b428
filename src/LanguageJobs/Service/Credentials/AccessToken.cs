using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>A Microsoft Entra access token. It is not a record, because records print their values.</summary>
internal sealed class AccessToken
{
    /// <exception cref="FormatException">The token cannot be sent.</exception>
    public AccessToken(string value, DateTimeOffset? expiresOn)
    {
        Value = ServiceCredential.Checked(value, "access token");
        var claims = TokenClaims.Read(value);
        ExpiresOn = expiresOn ?? claims.ExpiresOn;
        Audience = claims.Audience;
    }

    public string Value { get; }

    /// <summary>When the token expires; null when neither its source nor the token itself says so.</summary>
    public DateTimeOffset? ExpiresOn { get; }

    /// <summary>What the token was made for; null when it does not say so.</summary>
    public string? Audience { get; }

    /// <summary>Why the service at an address may have refused the token: sentences that begin with a space, or nothing.</summary>
    public string Doubts(Uri address, DateTimeOffset now)
    {
        var wanted = AzureCloud.Of(address).Audience;
        var expired = ExpiresOn < now ? FormattableString.Invariant($" The access token expired at {ExpiresOn:u}.") : "";
        // A token may also name the service by a GUID, so only another address is certainly wrong.
        var misdirected = Audience?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true
            && !Audience.TrimEnd('/').Equals(wanted, StringComparison.OrdinalIgnoreCase);
        return misdirected ? $"{expired} The access token was made for {Audience}; this endpoint requires one for {wanted}." : expired;
    }
}
