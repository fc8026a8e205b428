using LanguageJobs.Emulator.Jobs;

namespace LanguageJobs.Emulator.Http;

/// <summary>The part of an address that says which API and which version is spoken to.</summary>
internal readonly record struct JobAddress(ApiGeneration Generation, string ApiVersion)
{
    public static JobAddress Read(HttpContext context, ApiGeneration generation) => new(generation, generation == ApiGeneration.TextAnalytics
        ? context.Request.RouteValues["version"] as string ?? ""
        : context.Request.Query["api-version"].ToString());

    /// <summary>Where a job is found from now on.</summary>
    public string OperationLocation(HttpRequest request, string jobId)
    {
        var origin = $"{request.Scheme}://{request.Host}";
        return Generation == ApiGeneration.TextAnalytics
            ? $"{origin}/text/analytics/{ApiVersion}/analyze/jobs/{jobId}"
            : $"{origin}/language/analyze-text/jobs/{jobId}?api-version={ApiVersion}";
    }
}
