using System.Text.RegularExpressions;

namespace LanguageJobs.Wire;

/// <summary>The Language API, 2022-05-01 and later: the version, a date, stands in the query of every address.</summary>
internal sealed class LanguageDialect(string version) : ApiDialect(version)
{
    public static readonly Regex Versions = Pattern(@"^\d{4}-\d{2}-\d{2}(-preview)?\z");

    public static readonly Regex Job = Pattern(@"^(?<prefix>.*)/language/analyze-text/jobs/(?<id>[^/:]+)/?\z");

    private static readonly Regex VersionParameter = Pattern(@"[?&]api-version=(?<version>[^&]+)");

    public override string JobPath(string jobId, int pageSize, bool showStatistics) =>
        $"language/analyze-text/jobs/{Uri.EscapeDataString(jobId)}?api-version={Version}&top={pageSize}{(showStatistics ? "&showStats=true" : "")}";

    public static string? VersionIn(string query) =>
        VersionParameter.Match(query) is { Success: true } match ? Uri.UnescapeDataString(match.Groups["version"].Value) : null;
}
