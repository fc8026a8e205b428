using System.Diagnostics;
using System.Management.Automation;
using System.Text.Json;
using LanguageJobs.Benchmarks.Hosting;
using LanguageJobs.Benchmarks.Jobs;
using LanguageJobs.Benchmarks.Reading;
using LanguageJobs.Benchmarks.Report;

namespace LanguageJobs.Benchmarks.Sections;

/// <summary>Saved jobs from files into rows, each run in a process of its own.</summary>
public sealed class ArchiveSection() : Section("archives")
{
    public override IEnumerable<Figure> Measure(Scale scale)
    {
        using var many = new JobFolder(scale.Files);
        using var few = new JobFolder(scale.FewFiles);
        var runs = Enumerable.Range(0, scale.Rounds).Select(_ => (
            Many: Child.Measure(Name, "import", many.FullName),
            Few: Child.Measure(Name, "import", few.FullName),
            Walk: Child.Measure(Name, "walk", many.FullName)[0])).ToArray();
        var import = Words.Median(runs.Select(run => run.Many[0]));
        var walk = Words.Median(runs.Select(run => run.Walk));
        var (idiom, seconds) = Idiom(many, inPwsh: Child.Exists("pwsh") && !scale.IsSmoke);
        yield return new(
            $"`Import-LanguageJob` over {scale.Files:#,0} files, `Get-LanguageJobEntity` ({scale.Files * JobText.Rows:#,0} rows)",
            Words.Seconds(import),
            $"reading the files and a bare `Utf8JsonReader` pass, one core: {Words.Seconds(walk)}: {Words.Times(import / walk)}",
            $"{idiom} {Words.Seconds(seconds)}: {Words.Times(seconds / import)} faster",
            "≥ 15× faster than the idiom",
            seconds >= 15 * import);

        var peak = Words.Median(runs.Select(run => run.Many[1]));
        var fewPeak = Words.Median(runs.Select(run => run.Few[1]));
        yield return new(
            "… and the process's peak memory",
            Words.Bytes(peak),
            $"at {scale.FewFiles} files {Words.Bytes(fewPeak)}: {Words.Times(peak / fewPeak)}",
            Figure.None,
            "within 20 %",
            peak <= 1.2 * fewPeak);
    }

    public override double[] InChild(string[] arguments)
    {
        var folder = arguments[1];
        return arguments[0] switch
        {
            "import" => Import(folder),
            "walk" => [Walk(folder)],
            _ => [StandIn(folder)],
        };
    }

    private static double[] Import(string folder)
    {
        using var engine = Engine.WithModule();
        var time = engine.Run($"Import-LanguageJob '{folder}/*.json' | Get-LanguageJobEntity > $null");
        return [time.TotalSeconds, PeakBytes()];
    }

    private static double Walk(string folder)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var file in Directory.EnumerateFiles(folder))
            ReadingBenchmarks.Walk(File.ReadAllBytes(file));
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private (string Name, double Seconds) Idiom(JobFolder folder, bool inPwsh) => inPwsh
        ? (@"`Get-Content -Raw \| ConvertFrom-Json`, nested `foreach`, `[pscustomobject]`", Child.Pwsh(Script(folder.FullName))[0])
        : ("stand-in for the idiom (`JsonDocument` and `PSObject`, no pwsh here)", Child.Measure(Name, "stand-in", folder.FullName)[0]);

    private static string Script(string folder) => $$"""
        $watch = [Diagnostics.Stopwatch]::StartNew()
        & {
            foreach ($file in Get-ChildItem '{{folder}}' -Filter *.json) {
                $job = Get-Content -Raw -LiteralPath $file.FullName | ConvertFrom-Json
                foreach ($task in $job.tasks.items) {
                    foreach ($document in $task.results.documents) {
                        foreach ($entity in $document.entities) {
                            [pscustomobject]@{
                                JobId = $job.jobId; TaskName = $task.taskName; TaskKind = $task.kind; DocumentId = $document.id
                                Text = $entity.text; Category = $entity.category; Offset = $entity.offset; Length = $entity.length
                                ConfidenceScore = $entity.confidenceScore
                            }
                        }
                    }
                }
            }
        } > $null
        $watch.Elapsed.TotalSeconds.ToString([cultureinfo]::InvariantCulture)
        """;

    // The same work without PowerShell's interpreter, so it is faster than the idiom itself.
    private static double StandIn(string folder)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var job = json.RootElement;
            foreach (var task in job.GetProperty("tasks").GetProperty("items").EnumerateArray())
            {
                foreach (var document in task.GetProperty("results").GetProperty("documents").EnumerateArray())
                {
                    foreach (var entity in document.GetProperty("entities").EnumerateArray())
                        Row(job, task, document, entity);
                }
            }
        }
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static PSObject Row(JsonElement job, JsonElement task, JsonElement document, JsonElement entity)
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("JobId", job.GetProperty("jobId").GetString()));
        row.Properties.Add(new PSNoteProperty("TaskName", task.GetProperty("taskName").GetString()));
        row.Properties.Add(new PSNoteProperty("TaskKind", task.GetProperty("kind").GetString()));
        row.Properties.Add(new PSNoteProperty("DocumentId", document.GetProperty("id").GetString()));
        row.Properties.Add(new PSNoteProperty("Text", entity.GetProperty("text").GetString()));
        row.Properties.Add(new PSNoteProperty("Category", entity.GetProperty("category").GetString()));
        row.Properties.Add(new PSNoteProperty("Offset", entity.GetProperty("offset").GetInt32()));
        row.Properties.Add(new PSNoteProperty("Length", entity.GetProperty("length").GetInt32()));
        row.Properties.Add(new PSNoteProperty("ConfidenceScore", entity.GetProperty("confidenceScore").GetDouble()));
        return row;
    }
}
