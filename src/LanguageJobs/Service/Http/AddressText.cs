namespace LanguageJobs.Service;

/// <summary>Addresses as messages and error records show them. What a user gives for one may hold a password or a key.</summary>
internal static class AddressText
{
    private const string Hidden = "***";

    // What the service's own addresses have in their queries.
    private static readonly string[] Harmless = ["api-version", "$top", "$skip", "top", "skip", "showStats"];

    /// <summary>The text without a user name and password, and without the values of query parameters that may be keys.</summary>
    public static string WithoutSecrets(string text)
    {
        if (text.IndexOfAny(['@', '?', '#']) < 0)
            return text;
        // A password may hold any character, so the last @ ends it.
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
