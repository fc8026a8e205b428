using LanguageJobs.Benchmarks.Hosting;
using LanguageJobs.Benchmarks.Jobs;
using LanguageJobs.Benchmarks.Report;

namespace LanguageJobs.Benchmarks.Sections;

/// <summary>A job written as labels, in every format, each run in a process of its own.</summary>
public sealed class LabelSection() : Section("labels")
{
    private const int Entities = 20;

    private static readonly string[] Formats =
        ["Azure -ProjectName P -StorageInputContainerName c -Language en", "LabelStudio", "Doccano", "Spacy", "Conll"];

    public override IEnumerable<Figure> Measure(Scale scale)
    {
        var documents = scale.IsSmoke ? 20 : 2000;
        var folder = Directory.CreateTempSubdirectory("languagejobs-");
        try
        {
            var agreements = new Agreements(documents, Entities);
            var job = Path.Combine(folder.FullName, "job.json");
            File.WriteAllBytes(job, agreements.Job);
            var texts = folder.CreateSubdirectory("texts").FullName;
            foreach (var text in agreements.Texts)
                File.WriteAllText(Path.Combine(texts, $"{text.Id}.txt"), text.Text);
            foreach (var format in Formats)
            {
                foreach (var figure in Measure(format, job, texts, Path.Combine(folder.FullName, format.Split(' ')[0]), documents, scale.Rounds))
                    yield return figure;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public override double[] InChild(string[] arguments)
    {
        var (format, job, texts, target) = (arguments[0], arguments[1], arguments[2], arguments[3]);
        using var engine = Engine.WithModule();
        var import = engine.Run($"$job = Import-LanguageJob '{job}'");
        var before = PeakBytes();
        var export = engine.Run($"$job | Export-LanguageLabel '{target}' -Format {format} -TextPath '{texts}' -WarningAction Ignore > $null");
        return [import.TotalSeconds, export.TotalSeconds, PeakBytes() - before];
    }

    private IEnumerable<Figure> Measure(string format, string job, string texts, string target, int documents, int rounds)
    {
        var runs = Enumerable.Range(0, rounds).Select(_ => Child.Measure(Name, format, job, texts, target)).ToArray();
        var import = Words.Median(runs.Select(run => run[0]));
        var export = Words.Median(runs.Select(run => run[1]));
        yield return new(
            $"`Export-LanguageLabel -Format {format.Split(' ')[0]}`, {documents:#,0} documents with {documents * Entities:#,0} entities, texts from as many files",
            Words.Seconds(export),
            $"`Import-LanguageJob` of the job {Words.Seconds(import)}: {Words.Times(export / import)}",
            $"{Words.Bytes(Words.Median(runs.Select(run => run[2])))} more memory",
            "≤ 2×",
            export <= 2 * import);
    }
}
