using System.Buffers.Text;
using System.Text;

namespace LanguageJobs.Tests.Hosting;

/// <summary>Access tokens of the form that Microsoft Entra gives.</summary>
public static class Tokens
{
    public static string Jwt(DateTimeOffset expiresOn, string audience = "https://cognitiveservices.azure.com", string subject = "s") =>
        $"{Part("""{"typ":"JWT","alg":"none"}""")}.{Part($$"""{"sub":"{{subject}}","aud":"{{audience}}","roles":["r"],"exp":{{expiresOn.ToUnixTimeSeconds()}}}""")}.c2lnbmF0dXJl";

    /// <summary>What a managed identity's endpoint answers.</summary>
    public static string Answer(string token, DateTimeOffset expiresOn) => $$"""
        {"access_token":"{{token}}","client_id":"c","expires_in":"3599","expires_on":"{{expiresOn.ToUnixTimeSeconds()}}","resource":"r","token_type":"Bearer"}
        """;

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
