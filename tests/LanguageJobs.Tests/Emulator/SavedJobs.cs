namespace LanguageJobs.Tests.Emulator;

/// <summary>Addresses of the jobs in examples/jobs.</summary>
internal static class SavedJobs
{
    public const string AgreementEntities = "2f9a6f0e-7c41-4d0b-9a55-1d3c8e6b4a10";
    public const string Contracts = "d1a5f7b8-94c3-4e2d-a07b-3f68c05e9b42";
    public const string Partial = "e96b2d04-1f7a-4c58-b3d1-60c84a2f5e97";
    public const string TicketArchive = "0c3f8e71-6d29-4a84-9e16-b2d7f4a05c38";

    public static string TextAnalytics(string id, string query = "") => $"text/analytics/v3.2-preview.2/analyze/jobs/{id}{query}";

    public static string Language(string id, string query = "") => $"language/analyze-text/jobs/{id}?api-version=2023-04-01{query}";
}
