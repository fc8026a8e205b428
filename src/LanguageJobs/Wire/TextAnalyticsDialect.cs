using System.Text.RegularExpressions;

namespace LanguageJobs.Wire;

/// <summary>Text Analytics v3.x: the version stands in the path, page parameters begin with a dollar sign.</summary>
internal sealed class TextAnalyticsDialect(string version) : ApiDialect(version)
{
    public static readonly Regex Versions = Pattern(@"^v3\.\d+(-preview\.\d+)?\z");

    public static readonly Regex Job = Pattern(@"^(?<prefix>.*)/text/analytics/(?<version>v3\.[^/]+)/analyze/jobs/(?<id>[^/:]+)/?\z");

    public override string JobPath(string jobId, int pageSize, bool showStatistics) =>
        $"text/analytics/{Version}/analyze/jobs/{Uri.EscapeDataString(jobId)}?$top={pageSize}{(showStatistics ? "&showStats=true" : "")}";
}
