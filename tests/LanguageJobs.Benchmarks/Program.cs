using System.Globalization;
using LanguageJobs.Benchmarks.Report;
using LanguageJobs.Benchmarks.Sections;

// --report            measures everything and writes docs/performance.md
// --report NAME …     measures these parts only
// --smoke             runs everything once and tiny, and writes nothing
Section[] sections =
[
    new ReadingSection(), new ArchiveSection(), new FetchingSection(), new FirstUseSection(), new FilteringSection(), new WaitingSection(),
    new ReportSection(), new GrowthSection(), new ScoringSection(), new LabelSection(),
    new RunSection(),
];

switch (args)
{
    case ["--child", var name, .. var arguments]:
        var numbers = sections.Single(section => section.Name == name).InChild(arguments);
        Console.WriteLine(string.Join(' ', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture))));
        return 0;
    case ["--smoke"]:
        foreach (var section in sections)
            Console.WriteLine($"{section.Name}: {section.Measure(Scale.Smoke).Count()} figures");
        Console.WriteLine($"{sections.Length} passed, 0 failed");
        return 0;
    case ["--report", .. var names]:
        foreach (var section in sections.Where(section => names.Length == 0 || names.Contains(section.Name)))
        {
            var table = PerformancePage.Table(section.Measure(Scale.Report));
            Console.WriteLine($"{section.Name}\n{table}");
            PerformancePage.Replace(section.Name, table);
        }
        PerformancePage.Replace("machine", Machine.Describe());
        return 0;
    default:
        Console.Error.WriteLine("Usage: --report [NAME …] | --smoke");
        return 1;
}
