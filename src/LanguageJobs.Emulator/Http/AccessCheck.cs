namespace LanguageJobs.Emulator.Http;

/// <summary>Whom the emulator lets in: requests with its key, or with its token. Without a key, everybody.</summary>
internal sealed class AccessCheck(string? key, string? token)
{
    private const string KeyHeader = "Ocp-Apim-Subscription-Key";
    private const string Bearer = "Bearer ";

    /// <returns>Why the request may not enter, or null when it may.</returns>
    public string? Objection(HttpRequest request)
    {
        if (key is null || request.Headers[KeyHeader] == key)
            return null;
        string? authorization = request.Headers.Authorization;
        // The scheme's name is written in any case; the token is not.
        if (authorization?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) == true)
            return ObjectionToToken(authorization[Bearer.Length..]);
        return request.Headers.ContainsKey(KeyHeader)
            ? $"{KeyHeader} is not the emulator's key (--key)."
            : $"It has no {KeyHeader} header and no bearer token.";
    }

    private string? ObjectionToToken(string sent)
    {
        if (token is null)
            return "It has a bearer token, and the emulator was started without --token.";
        return sent == token ? null : "Its bearer token is not the emulator's (--token).";
    }
}
