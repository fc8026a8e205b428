namespace LanguageJobs.Emulator.Jobs;

internal enum ApiGeneration
{
    /// <summary><c>/text/analytics/v3.x</c>.</summary>
    TextAnalytics,

    /// <summary><c>/language</c> with <c>api-version</c>.</summary>
    Language,
}
