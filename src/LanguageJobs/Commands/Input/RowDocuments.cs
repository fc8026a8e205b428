namespace LanguageJobs.Commands;

/// <summary>Groups rows by document, in the order in which the documents first came.</summary>
internal sealed class RowDocuments
{
    private readonly Dictionary<RowKey, RowGroup> known = [];
    private readonly List<RowGroup> documents = [];
    private RowGroup? last;

    public void Add(LanguageEntity row)
    {
        var document = Of(new RowKey(row.JobId, row.TaskKind, row.TaskName, row.DocumentId));
        if (row.Category.Length > 0)
            document.Entities.Add(row);
    }

    public void Add(LanguageClass row)
    {
        // A row without a category stands for a document in which nothing was found.
        var document = Of(new RowKey(row.JobId, row.TaskKind, row.TaskName, row.DocumentId));
        if (row.Category.Length > 0)
            document.Classes.Add(row);
    }

    /// <summary>The documents so far, each once.</summary>
    public IReadOnlyList<LanguageDocument> TakeAll()
    {
        LanguageDocument[] taken = [.. documents.Select(rows => rows.ToDocument())];
        known.Clear();
        documents.Clear();
        last = null;
        return taken;
    }

    // Most rows of a document come one after the other.
    private RowGroup Of(RowKey key)
    {
        if (last?.Key == key)
            return last;
        if (!known.TryGetValue(key, out var rows))
        {
            known[key] = rows = new RowGroup(key);
            documents.Add(rows);
        }
        return last = rows;
    }

    private sealed record RowKey(string? JobId, string TaskKind, string? TaskName, string? DocumentId);

    private sealed class RowGroup(RowKey key)
    {
        public RowKey Key => key;

        public List<LanguageEntity> Entities { get; } = [];

        public List<LanguageClass> Classes { get; } = [];

        public LanguageDocument ToDocument()
        {
            var task = new TaskIdentity(new JobIdentity { JobId = key.JobId }) { Kind = key.TaskKind, Name = key.TaskName };
            return new LanguageDocument(new DocumentIdentity(task) { DocumentId = key.DocumentId }) { Entities = [.. Entities], Classes = [.. Classes] };
        }
    }
}
