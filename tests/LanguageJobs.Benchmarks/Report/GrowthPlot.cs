using System.Globalization;
using System.Text;

namespace LanguageJobs.Benchmarks.Report;

/// <summary>Two log-log plots side by side: time and memory against rows.</summary>
public static class GrowthPlot
{
    private const int Width = 330;
    private const int Height = 300;
    private const int Top = 40;

    public static string Draw(GrowthPoint[] points)
    {
        var svg = new StringBuilder();
        svg.AppendLine("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 390" font-family="sans-serif" font-size="12">""");
        svg.AppendLine("""<rect width="860" height="390" fill="white"/>""");
        Panel(svg, 60, "seconds", points, [("streamed", "#0b6bcb", point => point.StreamedSeconds), ("kept", "#c41c1c", point => point.KeptSeconds)]);
        Panel(svg, 490, "megabytes", points, [("streamed: process peak", "#0b6bcb", point => point.StreamedPeakBytes / 1e6), ("kept: heap", "#c41c1c", point => point.KeptBytes / 1e6)]);
        return svg.AppendLine("</svg>").ToString();
    }

    private static void Panel(StringBuilder svg, int left, string unit, GrowthPoint[] points, (string Name, string Colour, Func<GrowthPoint, double> Value)[] lines)
    {
        var values = lines.SelectMany(line => points.Select(line.Value)).ToArray();
        var across = new LogScale(points[0].Rows, points[^1].Rows, left, left + Width);
        var up = new LogScale(values.Min(), values.Max(), Top + Height, Top);
        foreach (var rows in across.Decades)
        {
            svg.AppendLine(Line(across.At(rows), Top, across.At(rows), Top + Height, "#ddd"));
            svg.AppendLine(Text(across.At(rows), Top + Height + 18, "middle", $"10^{Math.Log10(rows):0}"));
        }
        foreach (var value in up.Decades)
        {
            svg.AppendLine(Line(left, up.At(value), left + Width, up.At(value), "#ddd"));
            svg.AppendLine(Text(left - 6, up.At(value) + 4, "end", value.ToString("0.###", CultureInfo.InvariantCulture)));
        }
        svg.AppendLine(Text(left, Top - 20, "start", unit));
        svg.AppendLine(Text(left + Width, Top + Height + 34, "end", "rows"));
        for (var i = 0; i < lines.Length; i++)
        {
            var (name, colour, value) = lines[i];
            var path = string.Join(' ', points.Select(point => $"{Number(across.At(point.Rows))},{Number(up.At(value(point)))}"));
            svg.AppendLine($"""<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>""");
            foreach (var point in points)
                svg.AppendLine($"""<circle cx="{Number(across.At(point.Rows))}" cy="{Number(up.At(value(point)))}" r="3" fill="{colour}"/>""");
            svg.AppendLine($"""<text x="{left + 10}" y="{Top + 16 + 16 * i}" fill="{colour}">{name}</text>""");
        }
    }

    private static string Line(double x1, double y1, double x2, double y2, string colour) =>
        $"""<line x1="{Number(x1)}" y1="{Number(y1)}" x2="{Number(x2)}" y2="{Number(y2)}" stroke="{colour}"/>""";

    private static string Text(double x, double y, string anchor, string text) =>
        $"""<text x="{Number(x)}" y="{Number(y)}" text-anchor="{anchor}">{text}</text>""";

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>An axis whose ends are whole powers of ten.</summary>
    private sealed class LogScale(double least, double most, double from, double to)
    {
        private readonly int first = (int)Math.Floor(Math.Log10(least));
        private readonly int last = (int)Math.Ceiling(Math.Log10(most));

        public IEnumerable<double> Decades => Enumerable.Range(first, last - first + 1).Select(power => Math.Pow(10, power));

        public double At(double value) => from + (Math.Log10(value) - first) / (last - first) * (to - from);
    }
}
