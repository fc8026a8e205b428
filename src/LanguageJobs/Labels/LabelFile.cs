using LanguageJobs.Texts;

namespace LanguageJobs.Labels;

/// <summary>What a file with labels holds.</summary>
/// <param name="Kind">The kind of the project, by its name today; null when the file does not say.</param>
/// <param name="Labels">The labels, in the order of the file. A document that was not labelled has none.</param>
internal sealed record LabelFile(string? Kind, IReadOnlyList<LanguageLabel> Labels)
{
    /// <summary>What could not be read as it was meant: sentences for a warning.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The document of a file whose words were read without its text; null for any other file.</summary>
    public string? WithoutText { get; init; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">Its format; Auto to find out.</param>
    /// <param name="textOf">Finds the text of a document whose file does not hold it; null when there are no texts.</param>
    /// <exception cref="LabelFormatException">The file is something else, or damaged.</exception>
    /// <exception cref="AmbiguousDocumentException">The file may be that of any of several texts.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static LabelFile Read(
        string path, LanguageLabelFormat format = LanguageLabelFormat.Auto, Func<string, DocumentText?>? textOf = null)
    {
        var utf8 = TextFile.ReadUtf8(path).Span;
        return (format == LanguageLabelFormat.Auto ? LabelFileFormat.Of(utf8) : format) switch
        {
            LanguageLabelFormat.LabelStudio => LabelStudioFile.Read(utf8),
            LanguageLabelFormat.Doccano => DoccanoFile.Read(utf8),
            LanguageLabelFormat.Spacy => SpacyFile.Read(utf8),
            LanguageLabelFormat.Conll => ConllFile.Read(utf8, Path.GetFileName(path), textOf),
            _ => AzureProject.Read(utf8),
        };
    }
}
