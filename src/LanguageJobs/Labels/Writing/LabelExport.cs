using LanguageJobs.Texts;

namespace LanguageJobs.Labels;

/// <summary>
/// Makes labels of results and writes them, document by document. Of a document no more is kept than its id, so memory grows with the ids
/// and with what the format declares.
/// </summary>
internal sealed class LabelExport
{
    private readonly LabelExportOptions options;
    private readonly Func<string, LabelLosses, ILabelWriter> open;
    private readonly Dictionary<string, (string DocumentId, string? JobId)> written = new(StringComparer.Ordinal);
    private ILabelWriter? writer;
    private string? kind;
    private bool isStarted;

    /// <param name="options">What the file is made of.</param>
    /// <param name="open">Makes the writer for labels of a kind; called when the first document is written.</param>
    public LabelExport(LabelExportOptions options, Func<string, LabelLosses, ILabelWriter> open)
    {
        this.options = options;
        this.open = open;
        if (options.Reference is { } reference)
            kind = KindOf(reference);
    }

    /// <summary>What should be said about the documents.</summary>
    public LabelExportNotes Notes { get; } = new();

    /// <summary>True when a document has been written.</summary>
    public bool HasDocuments => writer is not null;

    /// <summary>Writes what a task found in a document. One without entities and classes is labelled with nothing.</summary>
    /// <exception cref="LabelFormatException">The labels before are of another kind.</exception>
    /// <exception cref="DuplicateDocumentException">The document was written already.</exception>
    /// <exception cref="AmbiguousDocumentException">The document may be any of several.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Add(LanguageDocument document)
    {
        var id = document.DocumentId ?? "";
        if (!HasLabels(document))
            return;
        Start(KindOf(document));
        if (options.Reference?.Find(id) is not null || !TryFindText(id, out var text))
            return;
        if (Select(id, LabelsOf(document, text)) is { } labels)
        {
            var (dataset, language) = (options.Dataset, options.Language);
            Write(new LabelledText(id, text?.Path ?? id, text?.Text, labels) { Dataset = dataset, Language = language }, document.JobId);
        }
    }

    /// <summary>Writes rows, which may not say of which kind their task is.</summary>
    /// <inheritdoc cref="Add(LanguageDocument)" path="/exception"/>
    public void Add(IReadOnlyList<LanguageDocument> documents)
    {
        if (documents.Any(document => document.Classes.Length > 0 && document.TaskKind.Length == 0))
            kind ??= KindOfClasses(documents.Select(document => document.Classes.Length));
        foreach (var document in documents)
            Add(document);
    }

    /// <summary>Writes labels.</summary>
    /// <inheritdoc cref="Add(LanguageDocument)" path="/exception"/>
    public void Add(LabelSet labels)
    {
        foreach (var document in labels.Documents)
        {
            Start(labels.AreClasses && LabelKinds.AreClasses(kind) ? kind! : KindOf(labels));
            if (options.Reference?.Find(document.Id) is null && TryFindText(document.Id, out var text))
                Write(document, text, Select(document.Id, LabelsOf(document, text)));
        }
    }

    /// <summary>Ends the file. To be called once, after the last document.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Finish() => writer?.Finish();

    // What finds neither entities nor classes has no labels. Prebuilt tasks find entities, too.
    private static bool HasLabels(LanguageDocument document) =>
        document.TaskKind.Length == 0 || LabelKinds.AreClasses(document.TaskKind) || LabelKinds.AreEntities(document.TaskKind)
        || document.Entities.Length + document.Classes.Length > 0;

    private string KindOf(LanguageDocument document)
    {
        if (LabelKinds.AreClasses(document.TaskKind))
            return document.TaskKind;
        if (LabelKinds.AreEntities(document.TaskKind) || document.Entities.Length > 0)
            return LabelKinds.Entities;
        return LabelKinds.AreClasses(kind) || document.Classes.Length == 0 ? kind ?? LabelKinds.Entities : LabelKinds.MultiLabel;
    }

    private static string KindOf(LabelSet labels) =>
        labels.Kind
        ?? (labels.AreClasses ? KindOfClasses(labels.Documents.Select(document => document.Labels.Count)) : LabelKinds.Entities);

    // In a multi-label project a document may have several classes or none.
    private static string KindOfClasses(IEnumerable<int> counts) =>
        counts.All(count => count == 1) ? LabelKinds.SingleLabel : LabelKinds.MultiLabel;

    private void Start(string found)
    {
        kind ??= found;
        if (found != kind)
            throw new LabelFormatException($"A file holds labels of one kind, and these are of the kinds {kind} and {found}.");
        if (isStarted)
            return;
        isStarted = true;
        foreach (var document in options.Reference?.Documents ?? [])
        {
            if (TryFindText(document.Id, out var text))
                Write(document, text, Ordered(LabelsOf(document, text)));
        }
    }

    // False for a document that cannot be written without its text.
    private bool TryFindText(string id, out DocumentText? text)
    {
        text = options.TextOf?.Invoke(id);
        if (text is not null || !options.NeedsTexts)
            return true;
        Notes.WithoutText.Add(id);
        return false;
    }

    private List<LanguageLabel> LabelsOf(LanguageDocument document, DocumentText? text)
    {
        if (document.Entities.Length == 0)
            return [.. document.Classes.Select(row => new LanguageLabel { Category = row.Category, ConfidenceScore = row.ConfidenceScore })];
        var entities = document.Entities;
        var places = text is null ? null : EntityPlaces.In(text, entities);
        var labels = new List<LanguageLabel>(entities.Length);
        for (var i = 0; i < entities.Length; i++)
        {
            if ((places is null ? new TextSpan(entities[i].Offset, entities[i].Length) : places[i]) is { } place)
                labels.Add(LabelAt(place, entities[i].Category, entities[i].ConfidenceScore));
        }
        if (labels.Count < entities.Length)
            Notes.Unplaced.Add(document.DocumentId ?? "");
        return labels;
    }

    private List<LanguageLabel> LabelsOf(LabelledDocument document, DocumentText? text)
    {
        var labels = new List<LanguageLabel>(document.Labels.Count);
        foreach (var label in document.Labels)
        {
            if (text is null || label.Offset is not { } offset)
                labels.Add(label);
            else if (text.FromTextOfLength(new TextSpan(offset, label.Length!.Value), document.TextLength) is { } place)
                labels.Add(LabelAt(place, label.Category!, label.ConfidenceScore));
        }
        if (labels.Count < document.Labels.Count)
            Notes.Unplaced.Add(document.Id);
        return labels;
    }

    private static LanguageLabel LabelAt(TextSpan place, string category, double? score) =>
        new() { Category = category, Offset = place.Offset, Length = place.Length, ConfidenceScore = score };

    // The labels of a document that go into the file; null when the document does not.
    private List<LanguageLabel>? Select(string id, List<LanguageLabel> labels)
    {
        var selected = options.Selection.Of(labels, out var hasUnsure);
        if (selected.Count == 0 && hasUnsure)
        {
            // An empty list would say that the document has no labels, and the model does not say that.
            Notes.Unsure.Add(id);
            return null;
        }
        return options.Selection.IncludesDocument(selected) ? Ordered(selected) : null;
    }

    // Entities as they follow in the text; of classes, which are a set, the surest first.
    private List<LanguageLabel> Ordered(List<LanguageLabel> labels)
    {
        if (LabelKinds.AreClasses(kind))
        {
            var surestFirst = labels.OrderByDescending(label => label.ConfidenceScore ?? 1);
            return [.. surestFirst.GroupBy(label => label.Category, StringComparer.Ordinal).Select(same => same.First())];
        }
        Notes.Losses.Add(LabelLoss.Empty, labels.RemoveAll(label => label.Length == 0));
        labels.Sort(static (a, b) => a.Offset == b.Offset
            ? a.Length!.Value.CompareTo(b.Length!.Value)
            : a.Offset!.Value.CompareTo(b.Offset!.Value));
        return labels;
    }

    private void Write(LabelledDocument document, DocumentText? text, List<LanguageLabel>? labels)
    {
        if (labels is null)
            return;
        var location = document.Location ?? text?.Path ?? document.Id;
        Write(
            new LabelledText(document.Id, location, text?.Text, labels)
            {
                TextLength = document.TextLength,
                Dataset = document.Dataset ?? options.Dataset,
                Language = document.Language ?? options.Language,
            },
            jobId: null);
    }

    private void Write(LabelledText document, string? jobId)
    {
        if (written.TryGetValue(document.Location, out var first))
            throw new DuplicateDocumentException(document.Location, first, (document.Id, jobId));
        written.Add(document.Location, (document.Id, jobId));
        if (!options.HoldsConfidence)
        {
            var scored = document.Labels.Count(label => label.ConfidenceScore is { } score && !double.IsNaN(score));
            Notes.Losses.Add(LabelLoss.Confidence, scored);
        }
        writer ??= open(kind!, Notes.Losses);
        writer.Write(document.Text is { } text ? document with { TextLength = text.Length } : document);
    }
}
