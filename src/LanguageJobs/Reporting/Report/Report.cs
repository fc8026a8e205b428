namespace LanguageJobs.Reporting;

/// <summary>What a report holds. <see cref="ReportJson"/> writes it; the page's <c>page/data/report.ts</c> says the same for the other side.</summary>
internal sealed class Report
{
    private readonly Dictionary<string, int> categoryNumbers = new(StringComparer.Ordinal);
    private readonly List<string> categories = [];
    private readonly Dictionary<(string Kind, string? Name), int> taskNumbers = [];
    private readonly List<(string Kind, string? Name)> tasks = [];
    private readonly Dictionary<string, int> jobNumbers = new(StringComparer.Ordinal);
    private readonly List<ReportJob> jobs = [];

    /// <summary>When the report is made.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>The module and its version.</summary>
    public string Generator { get; init; } = "";

    /// <summary>True when the texts of documents and entities are left out.</summary>
    public bool ExcludesText { get; init; }

    /// <summary>The jobs in the order of their numbers.</summary>
    public IReadOnlyList<ReportJob> Jobs => jobs;

    /// <summary>The jobs that the results are compared with; null when they are not.</summary>
    public List<ReportJob>? ReferenceJobs { get; init; }

    public List<ReportDocument> Documents { get; } = [];

    /// <summary>The errors of jobs and tasks.</summary>
    public List<LanguageJobError> Errors { get; } = [];

    /// <summary>How good the results are; null without labels.</summary>
    public IReadOnlyList<LanguageScore>? Scores { get; set; }

    /// <summary>What was taken for what; null without labels, and where documents have several classes.</summary>
    public IReadOnlyList<LanguageConfusion>? Confusions { get; set; }

    /// <summary>The tasks, those of one kind and name as one, in the order of their numbers.</summary>
    public IReadOnlyList<(string Kind, string? Name)> Tasks => tasks;

    /// <summary>The categories in the order of their numbers.</summary>
    public IReadOnlyList<string> Categories => categories;

    /// <summary>The heading: the name of the jobs, where they have one and the same.</summary>
    public string Title => jobs switch
    {
        [] => "Results without a job",
        [{ Name: { Length: > 0 } name }, ..] when jobs.TrueForAll(job => job.Name == name) => name,
        [{ Id: var id }] => $"Job {id}",
        _ => FormattableString.Invariant($"{jobs.Count} jobs"),
    };

    /// <summary>The number of a category, in this report.</summary>
    public int NumberOf(string category) => NumberOf(category, categoryNumbers, categories);

    /// <summary>The number of a task, in this report.</summary>
    public int NumberOf(string? kind, string? name) => NumberOf((kind ?? "", name), taskNumbers, tasks);

    /// <summary>The number of a job, in this report. What is known of it counts when it is named for the first time.</summary>
    public int NumberOf(ReportJob job)
    {
        if (!jobNumbers.TryGetValue(job.Id ?? "", out var number))
        {
            jobNumbers[job.Id ?? ""] = number = jobs.Count;
            jobs.Add(job);
        }
        return number;
    }

    private static int NumberOf<T>(T item, Dictionary<T, int> numbers, List<T> items) where T : notnull
    {
        if (!numbers.TryGetValue(item, out var number))
        {
            numbers[item] = number = items.Count;
            items.Add(item);
        }
        return number;
    }
}
