namespace LanguageJobs.Labels;

/// <summary>A document as it goes into a file.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Location">Where its text lies in the project's container, as far as anybody knows.</param>
/// <param name="Text">The text; null if there is none.</param>
/// <param name="Labels">Entities in the order of the text, in UTF-16 and without empty ones, or classes; none when it is labelled with
/// nothing.</param>
internal sealed record LabelledText(string Id, string Location, string? Text, IReadOnlyList<LanguageLabel> Labels)
{
    /// <summary>How long the text is in UTF-16; null if unknown.</summary>
    public int? TextLength { get; init; }

    /// <summary>The part of the labels that the document belongs to; null if unknown.</summary>
    public string? Dataset { get; init; }

    /// <summary>The language of the document; null if unknown.</summary>
    public string? Language { get; init; }
}
