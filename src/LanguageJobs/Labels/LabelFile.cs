using LanguageJobs.Texts;

namespace LanguageJobs.Labels;

/// <summary>What a file with labels holds.</summary>
/// <param name="Kind">The kind of the project, by its name today; null when the file does not say.</param>
/// <param name="Labels">The labels, in the order of the file. A document that was not labelled has none.</param>
internal sealed record LabelFile(string? Kind, IReadOnlyList<LanguageLabel> Labels)
{
    /// <summary>Reads a project that the service exported.</summary>
    /// <exception cref="LabelFormatException">The file is something else, or damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static LabelFile Read(string path) => AzureProject.Read(TextFile.ReadUtf8(path).Span);
}
