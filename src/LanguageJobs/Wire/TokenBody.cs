using System.Text.Json;

namespace LanguageJobs.Wire;

/// <summary>
/// What a managed identity's endpoint answers: <c>{access_token, expires_on, expires_in, …}</c>, or an error in one of several
/// forms. It is not a record, because records print their values.
/// </summary>
internal sealed class TokenBody
{
    public string? Token { get; private set; }

    public DateTimeOffset? ExpiresOn { get; private set; }

    /// <summary>What is wrong, in the endpoint's words: <c>error_description</c>, or <c>message</c> on App Service.</summary>
    public string? Error { get; private set; }

    /// <summary>Reads an answer; one that is no such thing has neither token nor error.</summary>
    public static TokenBody Parse(ReadOnlySpan<byte> utf8)
    {
        var body = new TokenBody();
        try
        {
            var reader = new WireReader(utf8, new StringPool());
            if (reader.Peek() == JsonTokenType.StartObject)
                body.Read(ref reader);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or WireFormatException)
        {
            return new TokenBody();
        }
        return body;
    }

    private void Read(ref WireReader reader)
    {
        reader.EnterObject();
        while (reader.NextMember())
        {
            if (reader.Is("access_token"u8)) Token = reader.Text();
            else if (reader.Is("expires_on"u8)) ExpiresOn = reader.UnixTime();
            else if (reader.Is("error_description"u8) || reader.Is("message"u8)) Error = reader.Text();
            else reader.Skip();
        }
    }
}
