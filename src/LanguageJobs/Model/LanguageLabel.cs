namespace LanguageJobs;

/// <summary>
/// One label that a person gave a document: an entity of it, or a class. A document that was looked at and has neither is one label
/// without a category; a document that was not labelled has none.
/// </summary>
public sealed class LanguageLabel
{
    /// <summary>The id of the document. In the service's files that is <see cref="Location"/>.</summary>
    public string? DocumentId { get; internal set; }

    /// <summary>The category of the entity, or the class; null when the document is labelled with nothing.</summary>
    public string? Category { get; internal set; }

    /// <summary>Where the entity begins in the document, from 0, in UTF-16 code units; null for classes.</summary>
    public int? Offset { get; internal set; }

    /// <summary>How long the entity is, in UTF-16 code units; null for classes.</summary>
    public int? Length { get; internal set; }

    /// <summary>The part of the labels that the document belongs to, <c>Train</c> or <c>Test</c>; null when the file does not say.</summary>
    public string? Dataset { get; internal set; }

    /// <summary>The language of the document, for example <c>en-us</c>; null when the file does not say.</summary>
    public string? Language { get; internal set; }

    /// <summary>Where the text lies in the project's container, folders included; null when the labels come from elsewhere.</summary>
    public string? Location { get; internal set; }

    /// <summary>How long the labelled text was, in UTF-16 code units; null when the file does not say. It tells CR LF from LF.</summary>
    internal int? TextLength { get; set; }

    /// <summary>How sure the model was that gave the label, from 0 to 1, NaN when it did not say; null for the label of a person.</summary>
    internal double? ConfidenceScore { get; init; }

    /// <summary>The document, the category and, for entities, the place.</summary>
    public override string ToString() => Offset is null
        ? $"{DocumentId}: {Category ?? "(nothing)"}"
        : FormattableString.Invariant($"{DocumentId}: {Category} at {Offset} ({Length})");
}
