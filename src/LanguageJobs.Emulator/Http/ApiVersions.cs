using System.Text.RegularExpressions;
using LanguageJobs.Emulator.Jobs;

namespace LanguageJobs.Emulator.Http;

/// <summary>The versions of the job API that are served: those listed, or every version that is known.</summary>
internal sealed partial class ApiVersions
{
    // The previews before this one wrote requests and answers in spellings that no recording shows.
    private const string FirstLanguage = "2022-04-01-preview";

    private readonly HashSet<string> served;

    /// <param name="served">The versions to serve; none serves all.</param>
    /// <exception cref="ArgumentException">One of them is not a version of the job API.</exception>
    public ApiVersions(IEnumerable<string> served)
    {
        this.served = [.. served];
        if (this.served.FirstOrDefault(version => !IsTextAnalytics(version) && !IsLanguage(version)) is { } stranger)
            throw new ArgumentException($"'{stranger}' is not a version that the emulator knows. Write v3.2-preview.2, or a date such as 2025-11-01.");
    }

    /// <returns>Why a version is not served, or null when it is.</returns>
    public string? Objection(ApiGeneration generation, string version)
    {
        if (version.Length == 0)
            return "The query has no api-version.";
        if (!(generation == ApiGeneration.TextAnalytics ? IsTextAnalytics(version) : IsLanguage(version)))
            return $"The emulator knows no version '{version}' of this API.";
        return served.Count == 0 || served.Contains(version) ? null : $"Version '{version}' is not among those of --api-versions.";
    }

    /// <summary>Whether a version has the form of a date. Later versions will have it, too.</summary>
    public static bool IsLanguage(string version) =>
        Language().IsMatch(version) && string.CompareOrdinal(version, FirstLanguage) >= 0;

    private static bool IsTextAnalytics(string version) => TextAnalytics().IsMatch(version);

    [GeneratedRegex(@"^v3\.[12](-preview\.\d)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TextAnalytics();

    [GeneratedRegex(@"^20\d\d-\d\d-\d\d(-preview)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Language();
}
