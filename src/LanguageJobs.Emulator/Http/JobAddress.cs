using LanguageJobs.Emulator.Jobs;

namespace LanguageJobs.Emulator.Http;

/// <summary>The part of an address that says which API and which version is spoken to.</summary>
internal readonly record struct JobAddress(ApiGeneration Generation, string ApiVersion)
{
    /// <returns>The address's API, or null where that version is not served.</returns>
    public static JobAddress? Read(HttpContext context, ApiGeneration generation, ApiVersions versions)
    {
        var version = generation == ApiGeneration.TextAnalytics
            ? context.Request.RouteValues["version"] as string ?? ""
            : context.Request.Query["api-version"].ToString();
        return versions.Serves(generation, version) ? new JobAddress(generation, version) : null;
    }

    /// <summary>Where a job is found from now on.</summary>
    public string OperationLocation(HttpRequest request, string jobId)
    {
        var origin = $"{request.Scheme}://{request.Host}";
        return Generation == ApiGeneration.TextAnalytics
            ? $"{origin}/text/analytics/{ApiVersion}/analyze/jobs/{jobId}"
            : $"{origin}/language/analyze-text/jobs/{jobId}?api-version={ApiVersion}";
    }
}
