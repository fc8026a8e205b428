using LanguageJobs.Labels;

namespace LanguageJobs.Scoring;

/// <summary>One task of the difference, the task of the reference that it is compared with, and the documents that were.</summary>
internal sealed class TaskComparison(string kind, string? name, ReferenceTask reference)
{
    private readonly Dictionary<string, (string DocumentId, string? JobId)> claims = new(StringComparer.Ordinal);

    public bool IsOf(LanguageDocument document) => kind == document.TaskKind && name == document.TaskName;

    /// <summary>The kind of the task; that of the reference where the difference does not say.</summary>
    public string Kind => kind.Length > 0 ? kind : reference.Kind;

    /// <summary>The name of the task; that of the reference where the difference says nothing of its task.</summary>
    public string? Name => kind.Length > 0 ? name : name ?? reference.Name;

    public ReferenceTask Reference => reference;

    /// <summary>True when a document of the difference is one of the reference.</summary>
    public bool HasPairs => reference.Documents.Any(document => claims.ContainsKey(document.Id));

    /// <summary>The documents that only the reference has.</summary>
    public IEnumerable<ReferenceDocument> Unclaimed => reference.Documents.Where(document => !claims.ContainsKey(document.Id));

    /// <summary>The reference's document of an id; null when it has none.</summary>
    /// <exception cref="DuplicateDocumentException">Another document of the difference took its place already.</exception>
    public ReferenceDocument? Claim(string documentId, string? jobId)
    {
        var document = reference.Find(documentId);
        var id = document?.Id ?? documentId;
        if (claims.TryGetValue(id, out var first))
            throw new DuplicateDocumentException(id, first, (documentId, jobId));
        claims.Add(id, (documentId, jobId));
        return document;
    }
}
