using LanguageJobs.Benchmarks.Hosting;
using LanguageJobs.Benchmarks.Jobs;
using LanguageJobs.Benchmarks.Report;

namespace LanguageJobs.Benchmarks.Sections;

/// <summary>Saved jobs held against labels, each run in a process of its own.</summary>
public sealed class ScoringSection() : Section("scoring")
{
    private const string Peer = "scikit-learn";

    // Debian's packages are those of its own interpreter, which need not be the first one.
    private static readonly string[] Interpreters = ["python3", "/usr/bin/python3"];

    public override IEnumerable<Figure> Measure(Scale scale)
    {
        using var folder = new LabelledFolder(scale.Files);
        var runs = Enumerable.Range(0, scale.Rounds).Select(_ => (
            Import: Child.Measure(Name, "import", folder.JobFolder, folder.Labels),
            Score: Child.Measure(Name, "score", folder.JobFolder, folder.Labels),
            One: Child.Measure(Name, "one", folder.JobFolder, folder.Labels))).ToArray();
        var import = Words.Median(runs.Select(run => run.Import[0]));
        var score = Words.Median(runs.Select(run => run.Score[0]));
        yield return new(
            $"`Measure-LanguageJob` on {scale.Files:#,0} imported jobs with {scale.Files * JobText.Rows:#,0} entities and as many labels",
            Words.Seconds(score),
            $"`Import-LanguageJob` and `Import-LanguageLabel` alone {Words.Seconds(import)}: {Words.Times(score / import)}",
            PeerOf(folder, score),
            "≤ 2× importing them",
            score <= 2 * import);

        var peak = Words.Median(runs.Select(run => run.Score[1]));
        var onePeak = Words.Median(runs.Select(run => run.One[1]));
        yield return new(
            "… and the process's peak memory",
            Words.Bytes(peak),
            $"with one job and the same labels {Words.Bytes(onePeak)}: {Words.Times(peak / onePeak)}",
            Figure.None,
            "within 20 %",
            peak <= 1.2 * onePeak);
    }

    public override double[] InChild(string[] arguments)
    {
        var (jobs, labels) = (arguments[1], arguments[2]);
        using var engine = Engine.WithModule();
        var time = engine.Run(arguments[0] switch
        {
            "import" => $"Import-LanguageJob '{jobs}/*.json' > $null; Import-LanguageLabel '{labels}' > $null",
            "score" => $"Import-LanguageJob '{jobs}/*.json' | Measure-LanguageJob -Label '{labels}' > $null",
            _ => $"Import-LanguageJob '{jobs}/00000.json' | Measure-LanguageJob -Label '{labels}' -WarningAction Ignore > $null",
        });
        return [time.TotalSeconds, PeakBytes()];
    }

    // It counts equal spans only, and neither overlaps nor pairs.
    private static string PeerOf(LabelledFolder folder, double score)
    {
        var script = Repository.PathOf("tests/LanguageJobs.Benchmarks/Peers/score.py");
        var python = Interpreters.FirstOrDefault(program => Child.Exists(program) && Child.Run(program, script) is [1]);
        if (python is null)
            return Figure.None;
        var seconds = Child.Run(python, script, folder.JobFolder, folder.Labels)[0];
        return $"{Peer}'s `precision_recall_fscore_support` on the same spans, files read by `json`: {Words.Seconds(seconds)}: {Words.Times(seconds / score)}";
    }
}
