namespace LanguageJobs.Service;

/// <summary>Addresses as messages and error records show them. An address from a user may contain a password or a key.</summary>
internal static class AddressText
{
    private const string Hidden = "***";

    // The query parameters of the service's own addresses.
    private static readonly string[] Harmless = ["api-version", "$top", "$skip", "top", "skip", "showStats"];

    /// <summary>The text without a user name and password, and without the values of query parameters that may be keys.</summary>
    public static string WithoutSecrets(string text)
    {
        if (text.IndexOfAny(['@', '?', '#']) < 0)
            return text;
        // A password may contain any character, so it ends at the last @.
        var end = text.LastIndexOf('@');
        if (end >= 0)
        {
            var slashes = text.IndexOf("//", StringComparison.Ordinal);
            var start = slashes >= 0 && slashes < end ? slashes + 2 : 0;
            text = text.Substring(0, start) + Hidden + text.Substring(end);
        }
        var fragment = text.IndexOf('#');
        if (fragment >= 0)
            text = text.Substring(0, fragment + 1) + Hidden;
        var query = text.IndexOf('?');
        return query < 0 ? text : text.Substring(0, query + 1) + string.Join("&", text.Substring(query + 1).Split('&').Select(WithoutValue));
    }

    private static string WithoutValue(string parameter)
    {
        var name = parameter.Substring(0, Math.Max(0, parameter.IndexOf('=')));
        return Harmless.Contains(name, StringComparer.OrdinalIgnoreCase) ? parameter : name.Length > 0 ? $"{name}={Hidden}" : Hidden;
    }
}
