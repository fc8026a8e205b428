namespace LanguageJobs;

/// <summary>The form of a file with labels: the service's own, or that of a tool in which people label texts.</summary>
public enum LanguageLabelFormat
{
    /// <summary>What the file shows itself to be.</summary>
    Auto,

    /// <summary>A project that Azure AI Language exports and imports.</summary>
    Azure,

    /// <summary>Tasks of Label Studio, as JSON.</summary>
    LabelStudio,

    /// <summary>Doccano's JSON, one document a line.</summary>
    Doccano,

    /// <summary>Training examples for spaCy: pairs of a text and its annotations, as JSON.</summary>
    Spacy,

    /// <summary>Words and their tags in IOB2, two columns, one file for each document.</summary>
    Conll,
}
