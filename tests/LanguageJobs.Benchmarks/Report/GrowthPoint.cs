namespace LanguageJobs.Benchmarks.Report;

/// <summary>What one number of rows cost.</summary>
public sealed record GrowthPoint(double Rows, double StreamedSeconds, double KeptSeconds, double StreamedPeakBytes, double KeptBytes);
