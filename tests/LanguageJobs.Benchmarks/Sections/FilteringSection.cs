using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using LanguageJobs.Benchmarks.Hosting;
using LanguageJobs.Benchmarks.Jobs;
using LanguageJobs.Benchmarks.Report;

namespace LanguageJobs.Benchmarks.Sections;

/// <summary>Rows that are left out where they come from, against rows that are thrown away behind the pipe.</summary>
public sealed class FilteringSection() : Section("filtering")
{
    private const string Source = "$jobs | Get-LanguageJobEntity -Category person -MinimumConfidence 0.8 > $null";
    private const string Where = "$jobs | Get-LanguageJobEntity | Where-Object { $_.Category -eq 'person' -and $_.ConfidenceScore -ge 0.8 } > $null";

    public override IEnumerable<Figure> Measure(Scale scale)
    {
        using var folder = new JobFolder(scale.Files);
        var turns = Child.Measure(Name, folder.Pattern, scale.Rounds);
        var source = Words.Median(turns.Where((_, i) => i % 3 == 0));
        var where = Words.Median(turns.Where((_, i) => i % 3 == 1));
        var loop = Words.Median(turns.Where((_, i) => i % 3 == 2));
        yield return new(
            $"`Get-LanguageJobEntity -Category person -MinimumConfidence 0.8` on {scale.Files * JobText.Rows:#,0} rows in memory",
            Words.Seconds(source),
            $"a C# loop over the rows {Words.Seconds(loop)}: {Words.Times(source / loop)}",
            $"`Where-Object` with the same condition {Words.Seconds(where)}: {Words.Times(where / source)} faster",
            "≥ 4× faster than `Where-Object`",
            where >= 4 * source);
    }

    public override double[] InChild(string[] arguments)
    {
        using var engine = Engine.WithModule();
        engine.Run($"$jobs = Import-LanguageJob '{arguments[0]}'");
        var jobs = Array.ConvertAll((object[])engine["jobs"]!, job => (LanguageJob)((PSObject)job).BaseObject);
        var rounds = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        return [.. Enumerable.Range(0, rounds).SelectMany(_ => new[] { engine.Run(Source).TotalSeconds, engine.Run(Where).TotalSeconds, Loop(jobs) })];
    }

    private static double Loop(LanguageJob[] jobs)
    {
        var started = Stopwatch.GetTimestamp();
        var rows = 0;
        foreach (var job in jobs)
        {
            foreach (var document in job.Tasks[0].Documents)
            {
                foreach (var entity in document.Entities)
                {
                    if (entity.ConfidenceScore >= 0.8 && entity.Category.Equals("person", StringComparison.OrdinalIgnoreCase))
                        rows++;
                }
            }
        }
        GC.KeepAlive(rows);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
