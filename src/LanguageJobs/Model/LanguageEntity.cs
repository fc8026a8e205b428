namespace LanguageJobs;

/// <summary>One entity that a task found in a document: a custom entity, or a prebuilt or personal one.</summary>
/// <remarks>Swagger of Language Text Analytics v3.2-preview.2 (<c>Entity</c>) and of 2022-05-01 and later.</remarks>
public sealed class LanguageEntity
{
    private readonly DocumentIdentity document;

    internal LanguageEntity(DocumentIdentity document) => this.document = document;

    /// <summary>The id of the job, a GUID as the service writes it.</summary>
    public string? JobId => document.Task.Job.JobId;

    /// <summary>The name that the request gave the task; null when it gave none.</summary>
    public string? TaskName => document.Task.Name;

    /// <summary>The kind of the task, for example <c>CustomEntityRecognition</c>.</summary>
    public string TaskKind => document.Task.Kind;

    /// <summary>The id that the request gave the document.</summary>
    public string? DocumentId => document.DocumentId;

    /// <summary>The entity as it stands in the document.</summary>
    public string Text { get; internal set; } = "";

    /// <summary>The category, one of those that the project defines.</summary>
    public string Category { get; internal set; } = "";

    /// <summary>The subcategory; null for custom entities.</summary>
    public string? Subcategory { get; internal set; }

    /// <summary>Where the entity begins, from 0, in the unit that the job asked for (<c>stringIndexType</c>; UTF-16 code units fit .NET strings).</summary>
    public int Offset { get; internal set; }

    /// <summary>How long the entity is, in the unit of <see cref="Offset"/>.</summary>
    public int Length { get; internal set; }

    /// <summary>The confidence, from 0 to 1; NaN when the service gave none.</summary>
    public double ConfidenceScore { get; internal set; } = double.NaN;

    /// <summary>
    /// Everything that the service says about the entity and that has no property here, as raw JSON text by name: <c>resolutions</c>,
    /// <c>tags</c>, <c>links</c>, <c>assertion</c> … Null where there is nothing, as for most custom entities.
    /// </summary>
    public IReadOnlyDictionary<string, string>? AdditionalProperties { get; internal set; }

    /// <summary>The same entity at another place, counted in another unit.</summary>
    internal LanguageEntity At(int offset, int length)
    {
        var moved = (LanguageEntity)MemberwiseClone();
        (moved.Offset, moved.Length) = (offset, length);
        return moved;
    }

    /// <summary>The text, its category and the confidence.</summary>
    public override string ToString() => FormattableString.Invariant($"{Text} ({Category} {ConfidenceScore:0.00})");
}
