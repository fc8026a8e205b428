namespace LanguageJobs.Wire;

/// <summary>The API versions: those that are published, and those that are tried where none is named.</summary>
internal static class ApiVersions
{
    /// <summary>The name that leaves it to the module to find the version out.</summary>
    public const string Auto = "auto";

    /// <summary>The published versions with custom jobs, from the newest to the oldest. Others that look like one are taken, too.</summary>
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

    /// <summary>The versions that are tried, in this order: that of the documented samples, then the dated ones.</summary>
    public static readonly string[] Candidates = ["v3.2-preview.2", "2025-11-01", "2022-05-01"];

    /// <summary>The candidates that are named by a date.</summary>
    public static readonly string[] DatedCandidates = Array.FindAll(Candidates, IsDated);

    /// <summary>The candidates in which one job can have all of some tasks.</summary>
    public static string[] CandidatesWith(IReadOnlyList<InputTask> tasks) =>
        Array.FindAll(Candidates, version => tasks.All(task => ApiDialect.For(version).HasKind(task.Kind)));

    /// <summary>True for a version of the Language API, false for one of Text Analytics (v3.x).</summary>
    public static bool IsDated(string version) => char.IsDigit(version[0]);

    public static bool IsAuto(string version) => version.Equals(Auto, StringComparison.OrdinalIgnoreCase);
}
