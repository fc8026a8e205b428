namespace LanguageJobs.Service;

/// <summary>
/// Puts a job together from its pages: the state is that of the last page, documents and errors follow one another,
/// statistics are added up (the service counts them by page).
/// </summary>
internal sealed class JobMerge
{
    private readonly List<LanguageJobError> errors = [];
    private readonly List<TaskMerge> tasks = [];
    private LanguageJob? last;
    private LanguageStatistics? statistics;

    public void Add(LanguageJob page)
    {
        var sameKey = new Dictionary<(string, string?), int>();
        foreach (var task in page.Tasks)
        {
            var key = (task.Kind, task.Name);
            sameKey.TryGetValue(key, out var nth);
            sameKey[key] = nth + 1;
            Part(key, nth).Add(task);
        }
        errors.AddRange(page.Errors);
        statistics = LanguageStatistics.Sum(statistics, page.Statistics);
        last = page;
    }

    public LanguageJob ToJob()
    {
        var job = last ?? throw new InvalidOperationException("A job has at least one page.");
        job.Errors = [.. errors];
        job.Tasks = [.. tasks.Select(task => task.ToTask())];
        job.Statistics = statistics;
        job.IsWhole = true;
        return job;
    }

    // Tasks are identified by kind and name. Recordings have several tasks without a name, and tasks that change their place in the list.
    private TaskMerge Part((string Kind, string? Name) key, int nth)
    {
        foreach (var task in tasks)
        {
            if (task.Key == key && nth-- == 0)
                return task;
        }
        var added = new TaskMerge(key);
        tasks.Add(added);
        return added;
    }

    private sealed class TaskMerge((string, string?) key)
    {
        private readonly List<LanguageTask> parts = [];

        public (string, string?) Key { get; } = key;

        public void Add(LanguageTask part) => parts.Add(part);

        public LanguageTask ToTask()
        {
            var task = parts[parts.Count - 1];
            if (parts.Count == 1)
                return task;
            task.Statistics = parts.Select(part => part.Statistics).Aggregate(LanguageStatistics.Sum);
            task.Documents = [.. parts.SelectMany(part => part.Documents)];
            task.Errors = [.. parts.SelectMany(part => part.Errors)];
            return task;
        }
    }
}
