namespace LanguageJobs.Wire;

/// <summary>The API versions that are published with custom jobs, from the newest to the oldest. Others that look like one are taken, too.</summary>
internal static class ApiVersions
{
    public static readonly string[] Known =
    [
        "2026-05-01",
        "2025-11-15-preview",
        "2025-11-01",
        "2025-05-15-preview",
        "2024-11-15-preview",
        "2024-11-01",
        "2023-11-15-preview",
        "2023-04-15-preview",
        "2023-04-01",
        "2022-10-01-preview",
        "2022-07-01-preview",
        "2022-05-01",
        "v3.2-preview.2",
    ];
}
