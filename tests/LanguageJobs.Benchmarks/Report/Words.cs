using System.Globalization;

namespace LanguageJobs.Benchmarks.Report;

/// <summary>How the report writes numbers.</summary>
public static class Words
{
    public static string Seconds(double seconds) => seconds switch
    {
        < 0.001 => Number(seconds * 1e6, "µs"),
        < 1 => Number(seconds * 1e3, "ms"),
        _ => Number(seconds, "s"),
    };

    public static string Bytes(double bytes) => bytes switch
    {
        < 1e6 => Number(bytes / 1e3, "kB"),
        < 1e9 => Number(bytes / 1e6, "MB"),
        _ => Number(bytes / 1e9, "GB"),
    };

    public static string Times(double ratio) => ratio.ToString(ratio < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + "×";

    public static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static string Number(double value, string unit) =>
        value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture) + " " + unit;
}
