namespace LanguageJobs.Commands;

/// <summary>What is remembered of a job: names, no results, so that the job itself can go.</summary>
internal sealed class SeenJob(string jobId)
{
    // The service takes 25 documents a job; only a file that was put together otherwise has more.
    private const int MostNames = 200;

    private readonly HashSet<string> categories = [];
    private readonly HashSet<string> documentIds = [];
    private readonly HashSet<string> taskNames = [];

    public string JobId { get; } = jobId;

    public string? Status { get; private set; }

    public DateTimeOffset? Created { get; private set; }

    public IEnumerable<string> Categories => categories;

    public IEnumerable<string> DocumentIds => documentIds;

    public IEnumerable<string> TaskNames => taskNames;

    /// <summary>Takes over the state, and the names that are new.</summary>
    public void Update(LanguageJob job)
    {
        Status = job.Status ?? Status;
        Created = job.CreatedDateTime ?? Created;
        foreach (var task in job.Tasks)
        {
            Add(taskNames, task.Name);
            foreach (var document in task.Documents.Take(MostNames))
                Add(document);
        }
    }

    private void Add(LanguageDocument document)
    {
        Add(documentIds, document.DocumentId);
        foreach (var row in document.Classes)
            Add(categories, row.Category);
        string? last = null;
        foreach (var entity in document.Entities)
        {
            // Entities of one category come one after the other, and their category is one and the same string.
            if (!ReferenceEquals(entity.Category, last))
                Add(categories, last = entity.Category);
        }
    }

    private static void Add(HashSet<string> names, string? name)
    {
        if (name is { Length: > 0 } && names.Count < MostNames)
            names.Add(name);
    }
}
