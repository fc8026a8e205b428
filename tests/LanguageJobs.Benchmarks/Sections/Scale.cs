namespace LanguageJobs.Benchmarks.Sections;

/// <summary>How much is measured: enough for a report, or everything once and tiny, to see that it still runs.</summary>
public sealed record Scale(bool IsSmoke, int Files, int FewFiles, int Jobs, int Latency, int WarmRuns, int Rounds, int ColdRounds, int[] GrowthFiles)
{
    public static readonly Scale Report = new(false, 1000, 100, 1000, 50, 100, 5, 15, [10, 32, 100, 316, 1000, 3162, 10_000]);

    public static readonly Scale Smoke = new(true, 4, 2, 8, 1, 1, 1, 1, [1, 2]);
}
