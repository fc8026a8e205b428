namespace LanguageJobs.Labels;

/// <summary>A labelled document, which may have no entity or class.</summary>
internal sealed class LabelledDocument(LanguageLabel first)
{
    private readonly List<LanguageLabel> labels = [];

    public string Id { get; } = first.DocumentId ?? first.Location ?? throw new LabelFormatException("A label has neither a DocumentId nor a Location.");

    /// <summary>The part of the labels that the document belongs to; null when they do not say.</summary>
    public string? Dataset { get; } = first.Dataset;

    /// <summary>Where the text lies in the project's container; null when the labels do not say.</summary>
    public string? Location { get; } = first.Location;

    /// <summary>The language of the document; null when the labels do not say.</summary>
    public string? Language { get; } = first.Language;

    /// <summary>How long the labelled text was, in UTF-16; null when the labels do not say.</summary>
    public int? TextLength { get; } = first.TextLength;

    /// <summary>Its labels; none when it is labelled with nothing.</summary>
    public IReadOnlyList<LanguageLabel> Labels => labels;

    public void Add(LanguageLabel label)
    {
        if (label.Offset is null != label.Length is null || label.Offset < 0 || label.Length < 0)
            throw new LabelFormatException($"A label of document '{Id}' needs both an Offset and a Length of at least 0, or neither.");
        if (label.Category is { Length: > 0 })
            labels.Add(label);
    }
}
