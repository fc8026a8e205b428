using System.Text.Json;

namespace LanguageJobs.Wire;

/// <summary>What an access token says of itself, where it is a JSON Web Token (RFC 7519) that can be read. No claim is relied on.</summary>
internal readonly record struct TokenClaims(DateTimeOffset? ExpiresOn, string? Audience)
{
    public static TokenClaims Read(string token)
    {
        if (token.Split('.') is not [_, var payload, _])
            return default;
        try
        {
            var base64 = payload.Replace('-', '+').Replace('_', '/');
            return Read(Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '=')));
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    private static TokenClaims Read(byte[] payload)
    {
        DateTimeOffset? expiresOn = null;
        string? audience = null;
        var reader = new WireReader(payload, new StringPool());
        reader.EnterObject();
        while (reader.NextMember())
        {
            if (reader.Is("exp"u8)) expiresOn = reader.UnixTime();
            else if (reader.Is("aud"u8)) audience = reader.Text();
            else reader.Skip();
        }
        return new TokenClaims(expiresOn, audience);
    }
}
