using System.Text.RegularExpressions;

namespace LanguageJobs.Emulator.Http;

/// <summary>Which versions each route answers to. Dates are open at the end: a version of tomorrow has the form of today's.</summary>
internal static partial class ApiVersions
{
    public static bool IsTextAnalytics(string version) => TextAnalytics().IsMatch(version);

    public static bool IsLanguage(string version) => Language().IsMatch(version);

    [GeneratedRegex(@"^v3\.[12](-preview\.\d)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TextAnalytics();

    [GeneratedRegex(@"^20\d\d-\d\d-\d\d(-preview)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Language();
}
