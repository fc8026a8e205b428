using LanguageJobs.Labels;
using LanguageJobs.Texts;

namespace LanguageJobs.Scoring;

/// <summary>The documents of one task of the reference, or the labelled ones.</summary>
/// <param name="kind">The kind of the task; empty when it is not known.</param>
/// <param name="name">The name of the task; null when it has none.</param>
internal sealed class ReferenceTask(string kind, string? name)
{
    private readonly DocumentIndex<ReferenceDocument> index = new();
    private readonly Dictionary<string, ReferenceDocument> documents = new(StringComparer.Ordinal);

    public string Kind => kind;

    public string? Name => name;

    public IEnumerable<ReferenceDocument> Documents => documents.Values;

    /// <exception cref="DuplicateDocumentException">The reference has results for the document already.</exception>
    public void Add(LanguageDocument document)
    {
        var id = document.DocumentId ?? "";
        if (documents.TryGetValue(id, out var first))
            throw new DuplicateDocumentException(id, (id, first.JobId), (id, document.JobId));
        Add(new ReferenceDocument(id, document.JobId, text => DocumentSide.Of(document, text)));
    }

    public void Add(LabelledDocument document) => Add(new ReferenceDocument(document.Id, null, text => DocumentSide.Of(document, text)));

    /// <exception cref="AmbiguousDocumentException">The id matches more than one.</exception>
    public ReferenceDocument? Find(string id) => index.Find(id);

    private void Add(ReferenceDocument document)
    {
        documents.Add(document.Id, document);
        index.Add(document.Id, document);
    }
}
