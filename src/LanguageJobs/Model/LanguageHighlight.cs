namespace LanguageJobs;

/// <summary>A document's text with what a task found in it.</summary>
public sealed class LanguageHighlight
{
    /// <summary>The id of the job; null for rows that name none.</summary>
    public string? JobId { get; internal set; }

    /// <summary>The id of the document.</summary>
    public string? DocumentId { get; internal set; }

    /// <summary>The name of the task; null when it has none.</summary>
    public string? TaskName { get; internal set; }

    /// <summary>The document's text; null when it was not given.</summary>
    public string? Text { get; internal set; }

    /// <summary>The entities in the order of the text. Offsets and lengths count UTF-16 code units of <see cref="Text"/>.</summary>
    public LanguageEntity[] Entities { get; internal set; } = [];

    /// <summary>The classes of the document, in the service's order.</summary>
    public LanguageClass[] Classes { get; internal set; } = [];

    /// <summary>The entities that do not stand in the text where the job found them, with the job's own offsets; all of them without a text.</summary>
    public LanguageEntity[] Unplaced { get; internal set; } = [];

    /// <summary>The document's id and how many entities and classes it has.</summary>
    public override string ToString() => $"{DocumentId}: {Entities.Length + Unplaced.Length} entities, {Classes.Length} classes";
}
