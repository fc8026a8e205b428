using LanguageJobs.Texts;

namespace LanguageJobs.Labels;

/// <summary>What a file with labels is made of.</summary>
internal sealed class LabelExportOptions
{
    public LanguageLabelFormat Format { get; init; }

    public LabelSelection Selection { get; init; } = new(_ => true, 0, null);

    /// <summary>Labels that exist already; a document that has some keeps them. Null for none.</summary>
    public LabelSet? Reference { get; init; }

    /// <summary>Finds a document's text; null when there are no texts.</summary>
    public Func<string, DocumentText?>? TextOf { get; init; }

    /// <summary>The part of the labels that documents belong to when their labels do not say; null for none.</summary>
    public string? Dataset { get; init; }

    /// <summary>The language of documents whose labels do not say; null when it is not known.</summary>
    public string? Language { get; init; }

    /// <summary>True for the formats that hold the documents' texts.</summary>
    public bool NeedsTexts => Format != LanguageLabelFormat.Azure;

    /// <summary>True for the formats that hold confidence scores.</summary>
    public bool HoldsConfidence => Format == LanguageLabelFormat.LabelStudio;
}
