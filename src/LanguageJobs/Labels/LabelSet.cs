using LanguageJobs.Texts;

namespace LanguageJobs.Labels;

/// <summary>Labels by document. All of them are entities, or all are classes.</summary>
internal sealed class LabelSet
{
    private readonly Dictionary<string, LabelledDocument> known = new(StringComparer.Ordinal);
    private readonly List<LabelledDocument> documents = [];
    private readonly DocumentIndex<LabelledDocument> index = new();
    private string? fileKind;
    private bool? areClasses;

    /// <summary>The documents, in the order in which they came.</summary>
    public IReadOnlyList<LabelledDocument> Documents => documents;

    /// <summary>
    /// The kind of task that the labels fit; null when they fit both kinds of classification, or when no document has an entity or a class.
    /// </summary>
    public string? Kind => fileKind ?? (areClasses == false ? LabelKinds.Entities : null);

    /// <summary>True when the labels are classes, false when they are entities or nothing.</summary>
    public bool AreClasses => areClasses == true;

    /// <summary>True when the labels say of any document to which dataset it belongs.</summary>
    public bool SayDatasets => documents.Exists(document => document.Dataset is not null);

    /// <summary>Adds the labels of a file.</summary>
    /// <exception cref="LabelFormatException">They are of another kind than those before.</exception>
    public void Add(LabelFile file)
    {
        if (file.Kind is not null)
        {
            if (fileKind is not null && fileKind != file.Kind)
                throw new LabelFormatException($"The labels are of the kinds {fileKind} and {file.Kind}. Use labels of one kind.");
            fileKind = file.Kind;
            Require(LabelKinds.AreClasses(file.Kind));
        }
        foreach (var label in file.Labels)
            Add(label);
    }

    /// <summary>Adds one label.</summary>
    /// <exception cref="LabelFormatException">It names no document, its place is incomplete, or it is of another kind than those before.</exception>
    public void Add(LanguageLabel label)
    {
        if (label.Category is { Length: > 0 })
            Require(label.Offset is null);
        if (!known.TryGetValue(label.DocumentId ?? label.Location ?? "", out var document))
        {
            document = new LabelledDocument(label);
            known.Add(document.Id, document);
            documents.Add(document);
            index.Add(document.Id, document);
        }
        document.Add(label);
    }

    /// <summary>The labelled document of an id; null when there is none.</summary>
    /// <exception cref="AmbiguousDocumentException">The id matches more than one.</exception>
    public LabelledDocument? Find(string id) => index.Find(id);

    /// <summary>A labelled document's id as the results write theirs: without folder and extension if they have none.</summary>
    public string AsFound(LabelledDocument document) => index.AsFound(document.Id);

    /// <summary>True when a document's results can be held against the labels.</summary>
    public bool Fit(LanguageDocument document)
    {
        if (document.TaskKind.Length > 0)
            return Fit(document.TaskKind) || (!AreClasses && document.Entities.Length > 0);
        return areClasses switch { true => document.Entities.Length == 0, false => document.Classes.Length == 0, null => true };
    }

    /// <summary>True when the results of a kind of task can be held against the labels.</summary>
    public bool Fit(string taskKind) => LabelKinds.AreClasses(taskKind)
        ? areClasses != false && (fileKind is null || fileKind == taskKind)
        : areClasses != true && LabelKinds.AreEntities(taskKind);

    private void Require(bool classes)
    {
        if (areClasses is { } before && before != classes)
            throw new LabelFormatException("The labels contain both entities and classes. Use labels of one kind.");
        areClasses = classes;
    }
}
